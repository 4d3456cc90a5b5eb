import { makeFrame, type How } from './frame';
import workerScript from './worker-script.js?raw';

/** A worker in a frame of its own, which waits for the kernel's text. */
export interface FrameWorker {
  /** Leads to the worker. */
  port: MessagePort;
  /** Resolves when the worker runs; rejects where the browser starts no worker in this way. */
  alive: Promise<void>;
  /** Ends the worker at once, whatever it is doing. */
  end(): void;
}

/** Milliseconds after which a worker that does not answer counts as not started. A refusal is heard at once; machines are slow. */
const patience = 20_000;

/** Starts a worker in a new frame. */
export function startFrameWorker(how: How, base: string): FrameWorker {
  const frame = makeFrame(how, base);
  const problems = new MessageChannel();
  const { port1: port, port2: workerPort } = new MessageChannel();
  // An opaque origin has no name: '*' is the only address there is. Nothing secret goes this way.
  frame.addEventListener('load', () =>
    frame.contentWindow?.postMessage({ code: workerScript, how }, '*', [problems.port2, workerPort]),
  );
  const alive = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${how}: no answer`)), patience);
    port.onmessage = () => {
      clearTimeout(timer);
      resolve();
    };
    problems.port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      reject(new Error(`${how}: ${String(data).slice(0, 300)}`));
    };
  });
  // Appended once: a frame that is moved loads again.
  document.body.append(frame);
  return {
    port,
    alive,
    end() {
      port.close();
      problems.port1.close();
      frame.remove();
    },
  };
}
