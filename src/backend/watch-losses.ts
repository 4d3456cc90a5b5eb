import * as tf from '@tensorflow/tfjs';

/** Calls `hear` with the loss that each `fit` and `fitDataset` ended with. */
export function watchLosses(hear: (loss: number) => void): void {
  for (const method of ['fit', 'fitDataset'] as const) {
    const original: (...values: never[]) => Promise<tf.History> = tf.LayersModel.prototype[method];
    Object.defineProperty(tf.LayersModel.prototype, method, {
      configurable: true,
      writable: true,
      async value(this: tf.LayersModel, ...values: never[]): Promise<tf.History> {
        const trained = await original.apply(this, values);
        const loss: unknown = trained.history['loss']?.at(-1);
        if (typeof loss === 'number') hear(loss);
        return trained;
      },
    });
  }
}
