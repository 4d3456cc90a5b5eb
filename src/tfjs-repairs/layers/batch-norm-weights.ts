import * as tf from '@tensorflow/tfjs';
import { layerPrototype, replaceMethod } from '../replace-method';

interface BatchNormalization {
  axis: number;
  gamma?: object | null;
  beta?: object | null;
}
type Inputs = tf.Tensor | tf.Tensor[];

/**
 * `batchNormalization({ scale: false })` or `center: false` in training.
 * Fault: the layer reads weights that it does not have, and throws (layers/normalization.ts).
 * Keras: without a scale the factor is 1, without a center the offset is 0 (layers/normalization/batch_normalization.py).
 */
export function repairBatchNormWeights(): void {
  replaceMethod<BatchNormalization, [Inputs, Record<string, unknown>], Inputs>(
    layerPrototype('BatchNormalization'),
    'call',
    (theirs) =>
      function (inputs, options) {
        const [x] = [inputs].flat();
        if (!options['training'] || (this.gamma && this.beta) || !x) return theirs.call(this, inputs, options);
        const channels = x.shape.at(this.axis) ?? 1;
        const missing = {
          ...(!this.gamma && { gamma: { read: () => tf.ones([channels]) } }),
          ...(!this.beta && { beta: { read: () => tf.zeros([channels]) } }),
        };
        const complete = Object.assign(Object.create(this) as BatchNormalization, missing);
        return tf.tidy(() => theirs.call(complete, inputs, options));
      },
  );
}
