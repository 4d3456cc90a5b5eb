import type { FromKernel, ToKernel } from '../../protocol';

/** What the first script of the worker (`notebook/kernel/place/worker-script.js`) leaves for the kernel. */
export interface Place {
  post(message: FromKernel, transfer?: ArrayBuffer[]): void;
  /** An address from which a script or module can be loaded here. */
  addressOf(text: string): string;
  /** Calls `handler` with every message of the page, including those that arrived before. */
  listen(handler: (message: ToKernel) => void): void;
}

/**
 * The kernel's way to the page. Afterwards no other code of the worker has one: a cell that posts a message reaches only the frame around
 * it, which does not listen.
 */
export function takePlace(): Place {
  const scope = globalThis as { kernelPlace?: Place };
  const { kernelPlace } = scope;
  if (!kernelPlace) throw new Error('kernel: it must be started by worker-script.js');
  delete scope.kernelPlace;
  return kernelPlace;
}
