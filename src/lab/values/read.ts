import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { tensorText } from './describe';

export type TensorValues = tf.TypedArray | string[];

/**
 * Gives the values of `make()` to `use`: at once where the backend can, else when they have arrived.
 * `wait` is called in that second case, before this function returns. Nothing that it makes stays in memory.
 */
export function read(make: () => tf.Tensor, use: (values: TensorValues) => void, wait: () => void): void {
  const tensor = tf.tidy(make);
  const values = readNow(tensor);
  if (values) {
    tensor.dispose();
    use(values);
    return;
  }
  // A reader's tidy or the end of the cell must not take it away before it is read.
  tf.keep(tensor);
  wait();
  void tensor
    .data<tf.DataType>()
    .then(use)
    .finally(() => tensor.dispose());
}

/** The values of a tensor that nobody else needs. It is kept until it is read: the cell may end before. */
export async function take(tensor: tf.Tensor): Promise<Float32Array> {
  tf.keep(tensor);
  try {
    return Float32Array.from(await tensor.data());
  } finally {
    tensor.dispose();
  }
}

/** The values, or nothing on a backend that can only answer later (WebGPU). */
function readNow(tensor: tf.Tensor): TensorValues | undefined {
  try {
    return tensor.dataSync<tf.DataType>();
  } catch {
    return undefined;
  }
}

/** A copy as float32. A backend may have lent its own memory, which must never be given to the page (see `Stage.give`). */
export function floats(values: TensorValues): Float32Array {
  return Float32Array.from(values as ArrayLike<number>);
}

/** @throws Error where the tensor was disposed */
export function checkAlive(verb: string, tensor: tf.Tensor): void {
  if (tensor.isDisposed) throw new Error(say('lab.disposed', { verb, tensor: tensorText(tensor) }));
}

/** Every so-many-th pixel of [n, h, w, c], unchanged. Several times faster than a strided slice. */
export function sampled(images: tf.Tensor, height: number, width: number): tf.Tensor {
  const [n = 0, fullHeight = 0, fullWidth = 0, channels = 0] = images.shape;
  if (height === fullHeight && width === fullWidth) return images;
  const batch = images.cast('float32').as4D(n, fullHeight, fullWidth, channels);
  return tf.image.resizeNearestNeighbor(batch, [height, width]);
}
