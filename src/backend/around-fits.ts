import * as tf from '@tensorflow/tfjs';

/** Does what it likes around one training, and trains by calling `train` with the options that shall hold. */
export type Around = (
  model: tf.LayersModel,
  args: tf.ModelFitArgs,
  train: (args: tf.ModelFitArgs) => Promise<tf.History>,
) => Promise<tf.History>;

/** Puts `around` between the caller and each `fit` and `fitDataset`. */
export function aroundFits(around: Around): void {
  for (const [method, argsAt] of [
    ['fit', 2],
    ['fitDataset', 1],
  ] as const) {
    const original: (...values: never[]) => Promise<tf.History> = tf.LayersModel.prototype[method];
    Object.defineProperty(tf.LayersModel.prototype, method, {
      configurable: true,
      writable: true,
      async value(this: tf.LayersModel, ...values: unknown[]): Promise<tf.History> {
        return around(this, (values[argsAt] ?? {}) as tf.ModelFitArgs, (args) =>
          original.apply(this, [...values.slice(0, argsAt), args] as never[]),
        );
      },
    });
  }
}
