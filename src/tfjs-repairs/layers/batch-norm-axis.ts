import * as tf from '@tensorflow/tfjs';
import { layerPrototype, replaceMethod } from '../replace-method';

interface BatchNorm {
  axis: number;
}
type Inputs = tf.Tensor | tf.Tensor[];

/**
 * `batchNormalization({ axis: 1 })` for channels that do not come last.
 * Fault: the kernel repeats the statistics along the last axis, and the training has no gradient (layers/normalization.ts,
 * `batchNormalization`).
 * Keras: statistics along that axis, for any axis (layers/normalization/batch_normalization.py).
 */
export function repairBatchNormAxis(): void {
  replaceMethod<BatchNorm, [Inputs, object], Inputs>(layerPrototype('BatchNormalization'), 'call', (theirs) => {
    return function (inputs, options) {
      const [x] = [inputs].flat();
      const { axis: given } = this;
      const axis = x && given < 0 ? given + x.rank : given;
      if (!x || axis === x.rank - 1) return theirs.call(this, inputs, options);
      const order = x.shape.map((_, at) => at);
      // An exchange of two axes is its own way back.
      [order[axis], order[x.rank - 1]] = [x.rank - 1, axis];
      return tf.tidy(() => {
        this.axis = -1;
        try {
          return (theirs.call(this, x.transpose(order), options) as tf.Tensor).transpose(order);
        } finally {
          this.axis = given;
        }
      });
    };
  });
}
