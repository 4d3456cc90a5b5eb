import * as tf from '@tensorflow/tfjs';
import { layerPrototype, replaceMethod } from '../replace-method';

interface Resizing {
  height: number;
  width: number;
}
type Shape = (number | null)[];
type Inputs = tf.Tensor | tf.Tensor[];

/**
 * `tf.layers.resizing()` in a model.
 * Faults: tfjs passes a layer a list of one tensor, and this layer alone does not unwrap it; the shape of its output lacks the batch
 * (layers/preprocessing/image_resizing.ts).
 * Keras: `[batch, height, width, channels]` (layers/preprocessing/image_preprocessing/resizing.py).
 */
export function repairResizing(): void {
  const prototype = layerPrototype('Resizing');
  replaceMethod<Resizing, [Inputs, object], Inputs>(prototype, 'call', (theirs) => {
    return function (inputs, options) {
      const [x] = [inputs].flat();
      return theirs.call(this, x ?? inputs, options);
    };
  });
  replaceMethod<Resizing, [Shape], Shape>(prototype, 'computeOutputShape', (theirs) => {
    return function (shape) {
      const [batch = null, , , channels = null] = shape;
      return shape.length === 4 ? [batch, this.height, this.width, channels] : theirs.call(this, shape);
    };
  });
}
