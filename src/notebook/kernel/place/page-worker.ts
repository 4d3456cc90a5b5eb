import type { FrameWorker } from './frame-worker';
import workerScript from './worker-script.js?raw';

/**
 * A worker in the page's own origin, for development only: there the kernel is many modules, which an opaque origin could not import. It
 * protects nothing.
 */
export function startPageWorker(): FrameWorker {
  const address = URL.createObjectURL(new Blob([workerScript], { type: 'text/javascript' }));
  const worker = new Worker(address, { type: 'module', name: 'kernel' });
  const { port1: port, port2: workerPort } = new MessageChannel();
  const alive = new Promise<void>((resolve, reject) => {
    port.onmessage = () => resolve();
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage('blob', [workerPort]);
  return { port, alive, end: () => worker.terminate() };
}
