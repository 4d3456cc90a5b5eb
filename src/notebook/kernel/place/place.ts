import type { FromKernel, ToKernel } from '../../../protocol';
import type { How } from './frame';
import { startFrameWorker, type FrameWorker } from './frame-worker';
import { startPageWorker } from './page-worker';

/** A kernel in an origin of its own. */
export interface KernelPlace {
  send(message: ToKernel, transfer?: ArrayBuffer[]): void;
  /** Calls `hear` with what the kernel says, unchecked. */
  listen(hear: (message: unknown) => void): void;
  /** True where it could not be started. */
  failed(): boolean;
  /** Ends the kernel at once, whatever it is doing; it is not heard any more. */
  end(): void;
}

/**
 * Starts the kernel in the first of the `ways` that works here; what is sent meanwhile is kept for it. Where none works, or the kernel
 * cannot be fetched, it says `broken`.
 * @param kernel the kernel's module, or its address in development
 */
export function openPlace(base: string, kernel: Promise<Blob | string>, ways: Promise<readonly How[]>): KernelPlace {
  let hear = (message: unknown): void => void heard.push(message);
  const heard: unknown[] = [];
  let send = (...message: Parameters<KernelPlace['send']>): void => void waiting.push(message);
  const waiting: Parameters<KernelPlace['send']>[] = [];
  let worker: FrameWorker | undefined;
  let ended = false;
  let failed = false;

  async function firstAlive(): Promise<MessagePort> {
    const problems: unknown[] = [];
    for (const how of await ways) {
      worker = import.meta.env.DEV ? startPageWorker() : startFrameWorker(how, base);
      try {
        await worker.alive;
        return worker.port;
      } catch (problem) {
        worker.end();
        problems.push(problem);
      }
      if (ended || failed) break;
    }
    throw new AggregateError(problems, problems.join('; '));
  }

  async function open(): Promise<void> {
    try {
      const [port, text] = await Promise.all([firstAlive(), kernel]);
      if (ended) return;
      // Firefox delivers what was queued before the port was closed.
      port.onmessage = ({ data }) => ended || hear(data);
      port.postMessage(text);
      send = (message, transfer = []) => port.postMessage(message, transfer);
      for (const message of waiting) send(...message);
    } catch (error) {
      failed = true;
      worker?.end();
      if (!ended)
        hear({ kind: 'broken', message: error instanceof Error ? error.message : String(error) } satisfies FromKernel);
    }
  }
  void open();

  return {
    send: (...message) => send(...message),
    listen(handler) {
      hear = handler;
      for (const message of heard.splice(0)) handler(message);
    },
    failed: () => failed,
    end() {
      ended = true;
      worker?.end();
    },
  };
}
