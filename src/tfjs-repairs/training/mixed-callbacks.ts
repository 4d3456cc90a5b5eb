import * as tf from '@tensorflow/tfjs';
import { aroundFits } from '../around-fits';

/**
 * `callbacks: [{ onEpochEnd }, tf.callbacks.earlyStopping()]`: functions in braces and ready-made callbacks in one list.
 * Fault: tfjs goes by the first of the list (base_callbacks.ts), and then fails with "setParams is not a function" and the like.
 * Keras: a list holds callbacks of every kind.
 */
export function repairMixedCallbacks(): void {
  aroundFits((_model, args, train) => {
    const given = [args.callbacks ?? []].flat();
    if (given.every(isReady) || !given.some(isReady)) return train(args);
    const callbacks = given.map((one) =>
      isReady(one) ? one : new tf.CustomCallback(one as tf.CustomCallbackArgs, args.yieldEvery),
    );
    return train({ ...args, callbacks: callbacks as tf.CustomCallback[] });
  });
}

const isReady = (one: unknown): boolean => one instanceof tf.Callback || one instanceof tf.CustomCallback;
