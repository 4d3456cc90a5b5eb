import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';

/** Says once, after a training that ended with NaN or ∞, what most likely made it. tfjs trains on without a word. Once per kernel. */
export function watchLoss(tell: (hint: string) => void): void {
  for (const method of ['fit', 'fitDataset'] as const) {
    const original: (...values: never[]) => Promise<tf.History> = tf.LayersModel.prototype[method];
    Object.defineProperty(tf.LayersModel.prototype, method, {
      configurable: true,
      writable: true,
      async value(this: tf.LayersModel, ...values: never[]): Promise<tf.History> {
        const trained = await original.apply(this, values);
        const loss: unknown = trained.history['loss']?.at(-1);
        if (typeof loss === 'number' && !Number.isFinite(loss)) tell(say('explain.nan', { loss }));
        return trained;
      },
    });
  }
}
