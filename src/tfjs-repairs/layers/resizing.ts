import * as tf from '@tensorflow/tfjs';
import { layerPrototype, replaceMethod } from '../replace-method';

type Method = 'bilinear' | 'nearest';
interface Resizing {
  height: number;
  width: number;
  interpolation: Method;
}
interface UpSampling {
  size: [number, number];
  dataFormat: 'channelsFirst' | 'channelsLast';
  interpolation: Method;
}
type Shape = (number | null)[];
type Inputs = tf.Tensor | tf.Tensor[];

/**
 * `tf.layers.resizing()`, and `upSampling2d({ interpolation: 'bilinear' })`.
 * Faults: pixels are taken from their corners, so that a picture moves by half a pixel, and the gradient of the backends knows no other
 * way (layers/preprocessing/image_resizing.ts, layers/convolutional.ts). In a model `resizing` throws, because it alone does not unwrap the
 * list of one tensor that a layer is given; the shape of its output lacks the batch.
 * Keras: from the centres of the pixels, without antialiasing (layers/preprocessing/image_preprocessing/resizing.py,
 * layers/reshaping/up_sampling2d.py).
 */
export function repairResizing(): void {
  const prototype = layerPrototype('Resizing');
  replaceMethod<Resizing, [Inputs, object], Inputs>(prototype, 'call', () => {
    return function (inputs) {
      const [x] = [inputs].flat() as tf.Tensor4D[];
      if (!x) throw new TypeError('a layer was called without a tensor');
      if (x.rank === 4) return resize(x, [this.height, this.width], this.interpolation);
      return tf.tidy(() => resize(x.expandDims(), [this.height, this.width], this.interpolation).squeeze([0]));
    };
  });
  replaceMethod<Resizing, [Shape], Shape>(prototype, 'computeOutputShape', (theirs) => {
    return function (shape) {
      const [batch = null, , , channels = null] = shape;
      return shape.length === 4 ? [batch, this.height, this.width, channels] : theirs.call(this, shape);
    };
  });
  replaceMethod<UpSampling, [Inputs, object], Inputs>(layerPrototype('UpSampling2D'), 'call', (theirs) => {
    return function (inputs, options) {
      const [x] = [inputs].flat() as tf.Tensor4D[];
      if (this.interpolation !== 'bilinear' || !x) return theirs.call(this, inputs, options);
      return tf.tidy(() => {
        const first = this.dataFormat === 'channelsFirst';
        const images = first ? x.transpose<tf.Tensor4D>([0, 2, 3, 1]) : x;
        const [, height, width] = images.shape;
        const larger = resize(images, [height * this.size[0], width * this.size[1]], 'bilinear');
        return first ? larger.transpose([0, 3, 1, 2]) : larger;
      });
    };
  });
}

/** Resizes axis by axis, as a product with the share that each old pixel has in a new one. */
function resize(images: tf.Tensor4D, [height, width]: [number, number], method: Method): tf.Tensor4D {
  return tf.tidy(() => {
    const [batch, rows, columns, channels] = images.shape;
    const x = images.toFloat();
    const down = tf.matMul(shares(rows, height, method).expandDims(), x.reshape([batch, rows, columns * channels]));
    const across = tf.matMul(
      shares(columns, width, method).expandDims(),
      down.reshape([batch * height, columns, channels]),
    );
    return across.reshape([batch, height, width, channels]);
  });
}

function shares(from: number, to: number, method: Method): tf.Tensor2D {
  const values = new Float32Array(to * from);
  const add = (row: number, place: number, share: number): void => {
    const at = row * from + Math.min(Math.max(place, 0), from - 1);
    values[at] = (values[at] ?? 0) + share;
  };
  for (let row = 0; row < to; row += 1) {
    const center = ((row + 0.5) * from) / to;
    const first = Math.floor(center - 0.5);
    if (method === 'nearest') add(row, Math.floor(center), 1);
    else {
      const second = center - 0.5 - first;
      add(row, first, 1 - second);
      add(row, first + 1, second);
    }
  }
  return tf.tensor2d(values, [to, from]);
}
