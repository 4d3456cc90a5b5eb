import * as tf from '@tensorflow/tfjs';
import { aroundFits } from '../tfjs-repairs';
import { say } from '../words';
import { keepWait } from './failure';

/** Taken before any cell runs: with these an awaited value arrives even where a cell has replaced `Promise`, `Set` or `Error`. */
const { apply } = Reflect;
const { Promise, Error } = globalThis;
const { resolve: resolved } = Promise;
const { then } = Promise.prototype;
const { add, delete: remove } = Set.prototype;

const stops = new WeakSet<object>();

/** Thrown inside a cell after the reader pressed Stop. */
export class Stopped extends Error {
  override name = 'Stopped';

  constructor(message: string) {
    super(message);
    stops.add(this);
  }
}

/** Whether `thrown` is Stop itself. Unlike `instanceof`, it asks nothing of the value, which may be a proxy that throws. */
export function isStopped(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && stops.has(thrown);
}

/** The stop flag of one run. */
export interface StopSignal {
  stopped(): boolean;
  /** Training ends after its batch; every other await ends now. */
  stop(): void;
  /** What compiled cells wrap around each awaited value, so that Stop is seen at the next await. */
  alive<Value>(value: Value | PromiseLike<Value>): Promise<Value>;
}

/** The signal of a new run. */
export function stopSignal(): StopSignal {
  let stopped = false;
  const waiting = new Set<(reason: Stopped) => void>();
  const reason = (): Stopped => new Stopped(say('kernel.stopped'));

  return {
    stopped: () => stopped,
    stop() {
      stopped = true;
      endWhenTrained(() => {
        for (const reject of waiting) reject(reason());
      });
    },
    alive: (value) => {
      const wait = new Error();
      return new Promise((resolve, reject) => {
        if (stopped) return reject(reason());
        apply(add, waiting, [reject]);
        const settle = (finish: () => void): void => {
          apply(remove, waiting, [reject]);
          if (stopped) reject(reason());
          else finish();
        };
        apply(then, apply(resolved, Promise, [value]), [
          (result: typeof value) => settle(() => resolve(result)),
          (error: unknown) => {
            try {
              keepWait(error, wait);
            } finally {
              settle(() => reject(error));
            }
          },
        ]);
      });
    },
  };
}

/** The models that are being trained now. */
const training = new Set<tf.LayersModel>();

/** Asks every running `fit` to end after its batch, and calls `end` when none is running. */
function endWhenTrained(end: () => void): void {
  if (training.size === 0) return end();
  for (const model of training) model.stopTraining = true;
  // `fit` clears the flag when its loop begins, so it is set again in case Stop came while `fit` was preparing.
  setTimeout(() => endWhenTrained(end), 50);
}

/** Upper bounds on every `fit`, so that tests can run a whole chapter quickly. */
export interface Limits {
  epochs: number;
  steps: number;
}

/**
 * Lets Stop reach `fit` and `fitDataset` and, if `limits` are given, shortens them. Once per kernel.
 * @param begin told of each, synchronously; what it returns is called at the end
 */
export function watchTraining(begin: () => () => void, limits?: Limits): void {
  aroundFits(async (model, args, train) => {
    const end = begin();
    training.add(model);
    try {
      return await train(yielding(limits ? limited(model, args, limits) : args));
    } finally {
      training.delete(model);
      end();
    }
  });
}

/**
 * tfjs yields between batches only in callbacks that it makes from plain objects. If all callbacks are instances of a class, as those of
 * `trainingView` and `earlyStopping` are, no message (Stop included) would arrive until training ends, so one that yields is added.
 */
function yielding(args: tf.ModelFitArgs): tf.ModelFitArgs {
  const given = [args.callbacks ?? []].flat();
  if (!isCallback(given[0])) return args;
  return { ...args, callbacks: [...given, new tf.CustomCallback({}, args.yieldEvery)] as tf.CustomCallback[] };
}

function isCallback(one: unknown): one is tf.Callback | tf.CustomCallback {
  return one instanceof tf.Callback || one instanceof tf.CustomCallback;
}

function limited(model: tf.LayersModel, args: tf.ModelFitArgs, limits: Limits): tf.ModelFitArgs {
  let steps = 0;
  const counter = new tf.CustomCallback({
    onBatchEnd: async () => {
      steps += 1;
      if (steps >= limits.steps) model.stopTraining = true;
    },
  });
  const given = [args.callbacks ?? []].flat();
  const callbacks = given.map((one) => (isCallback(one) ? one : new tf.CustomCallback(one as tf.CustomCallbackArgs)));
  return { ...args, epochs: Math.min(args.epochs ?? 1, limits.epochs), callbacks: [...callbacks, counter] };
}
