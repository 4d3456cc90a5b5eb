import {
  readFromKernel,
  type BackendName,
  type Controls,
  type FromKernel,
  type Program,
  type ToKernel,
} from '../../protocol';
import type { Locale } from '../../words';
import { kernelWorker } from './kernel-worker';

/** The page's end of a kernel. */
export interface KernelClient {
  run(run: number, cell: string, program: Program, controls: Controls): void;
  /** Asks the running cell to stop. */
  stop(): void;
  /** Terminates the kernel, whatever it is doing, and starts another. */
  restart(): void;
}

/** What a kernel needs to start. */
export interface KernelOptions {
  /** Absolute URL of the site's root, with a trailing slash. */
  base: string;
  locale: Locale;
  words: Record<string, string>;
  /** The backend that the reader chose; asked at each start. */
  backend(): BackendName | undefined;
  onMessage(message: FromKernel): void;
  /** Called for each message that is none of the kernel's own. */
  onUnread(): void;
}

/** Owns the worker that runs a chapter's cells. Messages of a terminated worker are dropped. */
export function createKernelClient(options: KernelOptions): KernelClient {
  const { base, locale, words, onMessage, onUnread } = options;
  let worker: Worker | undefined;

  const end = (): void => {
    worker?.terminate();
    worker = undefined;
  };

  function start(): Worker {
    if (worker) return worker;
    const own = kernelWorker();
    const broken = (message: string): void => {
      if (worker !== own) return;
      end();
      onMessage({ kind: 'broken', message });
    };
    own.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (worker !== own) return;
      const message = readFromKernel(data);
      if (!message) onUnread();
      else if (message.kind === 'broken') broken(message.message);
      else onMessage(message);
    });
    own.addEventListener('error', ({ message }) => broken(message));
    worker = own;
    const backend = options.backend();
    post({ kind: 'boot', base, locale, words, ...(backend && { backend }) });
    return own;
  }

  const post = (message: ToKernel): void => worker?.postMessage(message);

  return {
    run(run, cell, program, controls) {
      start();
      post({ kind: 'run', run, cell, program, controls });
    },
    stop: () => post({ kind: 'stop' }),
    restart() {
      end();
      start();
    },
  };
}
