import kernelUrl from '../../kernel/worker.ts?worker&url';
import { startBlobWorker } from './blob-worker';

let ahead: Worker | undefined;

/** Begins to load a kernel while the notebook that will own it is still being fetched. */
export function startKernelAhead(): void {
  ahead ??= startBlobWorker(kernelUrl, 'kernel');
}

/** The kernel's worker that was started ahead, or a new one. */
export function kernelWorker(): Worker {
  const worker = ahead ?? startBlobWorker(kernelUrl, 'kernel');
  ahead = undefined;
  return worker;
}
