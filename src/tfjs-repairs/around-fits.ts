import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from './replace-method';

/** Wraps one training run; it must call `train` with the final options. `data` is what it trains on: inputs and labels, or a dataset. */
export type Around = (
  model: tf.LayersModel,
  args: tf.ModelFitArgs,
  train: (args: tf.ModelFitArgs) => Promise<tf.History>,
  data: readonly unknown[],
) => Promise<tf.History>;

/** Wraps every later `fit` and `fitDataset`. */
export function aroundFits(around: Around): void {
  for (const [method, argsAt] of [
    ['fit', 2],
    ['fitDataset', 1],
  ] as const)
    replaceMethod<tf.LayersModel, unknown[], Promise<tf.History>>(tf.LayersModel.prototype, method, (theirs) => {
      // Async, so that `around` cannot throw before there is a promise.
      return async function (...values) {
        const data = values.slice(0, argsAt);
        return around(
          this,
          (values[argsAt] ?? {}) as tf.ModelFitArgs,
          (args) => theirs.call(this, ...data, args),
          data,
        );
      };
    });
}
