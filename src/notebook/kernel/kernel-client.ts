import {
  readFromKernel,
  type BackendName,
  type Controls,
  type KernelCommand,
  type KernelNews,
  type Program,
} from '../../protocol';
import type { Locale } from '../../words';
import { keepChoice, keptChoice } from './backend-choice';
import { startKernel } from './kernel-worker';
import type { ModelStore } from './models/model-store';
import { answerer } from './place/answer';
import type { KernelPlace } from './place/place';

/** The page's end of a kernel. */
export interface KernelClient {
  run(run: number, cell: string, program: Program, controls: Controls): void;
  /** Asks for outputs that a run has kept back. */
  more(run: number, cell: string): void;
  /** Asks the running cell to stop. */
  stop(): void;
  /** Ends what a cell, or all cells, left behind. */
  end(cell?: string): void;
  /** Asks for a sign of life. */
  ping(beat: number): void;
  /** Ends the kernel, whatever it is doing, and starts another. */
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
  /** Where models are kept that cells save now. */
  models(): ModelStore;
  onMessage(message: KernelNews): void;
  /** Called for each message that is none of the kernel's own. */
  onUnread(): void;
}

/** Owns the kernel that runs a chapter's cells. Messages of a kernel that has ended are dropped. */
export function createKernelClient(options: KernelOptions): KernelClient {
  const { base, locale, words, models, onMessage, onUnread } = options;
  let kernel: KernelPlace | undefined;

  const end = (): void => {
    kernel?.end();
    kernel = undefined;
  };

  function start(): KernelPlace {
    if (kernel) return kernel;
    const own = startKernel(base, locale);
    const answer = answerer(base, models, own.send);
    kernel = own;
    own.listen((data) => {
      if (kernel !== own) return;
      const message = readFromKernel(data);
      if (!message) return onUnread();
      switch (message.kind) {
        case 'ask':
          return answer(message);
        case 'chosen':
          return keepChoice(locale, message.choice);
        case 'broken':
          end();
          return onMessage(message);
        default:
          onMessage(message);
      }
    });
    const [backend, choice] = [options.backend(), keptChoice(locale)];
    post({ kind: 'boot', base, locale, words, ...(backend && { backend }), ...(choice && { choice }) });
    return own;
  }

  const post = (message: KernelCommand): void => kernel?.send(message);

  return {
    run(run, cell, program, controls) {
      start();
      post({ kind: 'run', run, cell, program, controls });
    },
    more: (run, cell) => post({ kind: 'more', run, cell }),
    stop: () => post({ kind: 'stop' }),
    end: (cell) => post({ kind: 'end', ...(cell !== undefined && { cell }) }),
    ping: (beat) => post({ kind: 'ping', beat }),
    restart() {
      end();
      start();
    },
  };
}
