import { say } from '../../words';
import { clock } from '../clock';
import { ownHandlers, ownListeners } from './cell-listeners';
import type { Held, LeftBehind, Owner } from './left-behind';

type Callback = (...values: unknown[]) => unknown;

/** Milliseconds between two frames of an animation: a worker has no screen to wait for. */
const frame = 16;

/**
 * Gives what cells start an owner: timers, animation frames, microtasks, listeners, and channels. Calls by TensorFlow.js and by our own
 * code go to the platform as they are. Before the first cell.
 */
export function ownTimers(left: LeftBehind): void {
  const later = globalThis.setTimeout as (callback: Callback, delay?: number, ...values: unknown[]) => unknown;
  const again = globalThis.setInterval as typeof later;
  const cancel = globalThis.clearTimeout as (timer: unknown) => void;
  const soon = globalThis.queueMicrotask;
  const timers = new Map<unknown, Held>();

  function start(owner: Owner, callback: Callback, delay: number | undefined, repeats: boolean): unknown {
    // A text would be compiled like eval(), which the page's policy forbids without a word.
    if (typeof callback !== 'function') throw new TypeError(say('kernel.noEval'));
    const run = (): void => {
      if (!repeats) release(timer);
      left.enter(owner, () => void callback());
    };
    const timer = repeats ? again(run, delay) : later(run, delay);
    const held = left.hold(owner, () => {
      timers.delete(timer);
      cancel(timer);
    });
    if (held) timers.set(timer, held);
    else cancel(timer);
    return timer;
  }

  function release(timer: unknown): void {
    timers.get(timer)?.release();
    timers.delete(timer);
  }

  const clear = (timer: unknown): void => {
    release(timer);
    cancel(timer);
  };

  const frames = globalThis.requestAnimationFrame as typeof globalThis.requestAnimationFrame | undefined;
  replace({
    setTimeout: (callback: Callback, delay?: number, ...values: unknown[]) => {
      const owner = left.caller();
      if (!owner) return later(callback, delay, ...values);
      return start(owner, typeof callback === 'function' ? () => callback(...values) : callback, delay, false);
    },
    setInterval: (callback: Callback, delay?: number, ...values: unknown[]) => {
      const owner = left.caller();
      if (!owner) return again(callback, delay, ...values);
      return start(owner, typeof callback === 'function' ? () => callback(...values) : callback, delay, true);
    },
    clearTimeout: clear,
    clearInterval: clear,
    queueMicrotask: (callback: () => void) => {
      const owner = left.caller();
      soon(owner ? () => left.enter(owner, callback) : callback);
    },
    ...(frames && {
      requestAnimationFrame: (callback: FrameRequestCallback) => {
        const owner = left.caller();
        return owner ? start(owner, () => callback(clock()), frame, false) : frames(callback);
      },
      cancelAnimationFrame: clear,
    }),
  });
  ownListeners(left);
  ownHandlers(left);
  for (const [name, end] of Object.entries(channels)) ownMade(left, name, end);
}

function replace(functions: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(functions))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
}

/** How what a cell has opened is closed. */
const channels: Record<string, (made: never) => void> = {
  MessageChannel: ({ port1, port2 }: MessageChannel) => {
    port1.close();
    port2.close();
  },
  BroadcastChannel: (channel: BroadcastChannel) => channel.close(),
  Worker: (worker: Worker) => worker.terminate(),
};

function ownMade(left: LeftBehind, name: string, end: (made: never) => void): void {
  const original: unknown = Reflect.get(globalThis, name);
  if (typeof original !== 'function') return;
  const owned = new Proxy(original, {
    construct(target, values: unknown[], by) {
      const owner = left.caller();
      const made: unknown = Reflect.construct(target, values, by);
      if (owner && !left.hold(owner, () => end(made as never))) end(made as never);
      return made as object;
    },
  });
  replace({ [name]: owned });
}
