import type { BackendName, Controls, FromKernel, Program, ToKernel } from '../../protocol';
import type { Locale } from '../../words';
import { kernelWorker } from './kernel-worker';

/** The page's end of a kernel. */
export interface KernelClient {
  run(run: number, cell: string, program: Program, controls: Controls): void;
  /** Asks the running cell to stop. */
  stop(): void;
  /** Ends what a cell, or all cells, left behind. */
  end(cell?: string): void;
  /** Asks for a sign of life. */
  ping(beat: number): void;
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
}

/** Owns the worker that runs a chapter's cells. Messages of a terminated worker are dropped. */
export function createKernelClient(options: KernelOptions): KernelClient {
  const { base, locale, words, onMessage } = options;
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
    own.addEventListener('message', ({ data }: MessageEvent<FromKernel>) => {
      if (worker !== own) return;
      if (data.kind === 'broken') broken(data.message);
      else onMessage(data);
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
    end: (cell) => post({ kind: 'end', ...(cell !== undefined && { cell }) }),
    ping: (beat) => post({ kind: 'ping', beat }),
    restart() {
      end();
      start();
    },
  };
}
