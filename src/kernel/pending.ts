/** Taken before any cell runs: with these it is counted even where a cell has replaced `Promise`. */
const { apply } = Reflect;
const { Promise, setTimeout } = globalThis;
const { then } = Promise.prototype;

/** What a run has begun and nobody waits for. */
export interface Pending {
  /** Work has begun; call the result when it has ended. */
  begin(): () => void;
  /** The same for a promise that nobody else looks at. */
  hold(promise: Promise<unknown>, failed: (error: unknown) => void): void;
  /** Resolves when nothing is under way any more, nor anything that came of it. */
  settled(): Promise<void>;
}

/** Counts what one run has under way. */
export function countPending(): Pending {
  let count = 0;
  let quiet: (() => void) | undefined;

  function begin(): () => void {
    count += 1;
    return () => {
      count -= 1;
      if (count === 0) quiet?.();
    };
  }

  return {
    begin,
    hold(promise, failed) {
      const end = begin();
      const fail = (error: unknown): void => {
        end();
        failed(error);
      };
      void apply(then, promise, [end, fail]);
    },
    async settled() {
      while (count > 0) {
        await new Promise<void>((resolve) => (quiet = resolve));
        // What waits for it goes on now, and may begin something else; a rejection that nobody hears is told a turn later.
        await turn();
        await turn();
      }
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

/** Never throws, whatever the value: it may be a proxy that does. */
export function isPromise(value: unknown): value is Promise<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return value instanceof Promise;
  } catch {
    return false;
  }
}
