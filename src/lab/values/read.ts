import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { tensorText } from './describe';

/** The values of a tensor as tfjs gives them. */
export type TensorValues = tf.TypedArray | string[];

/**
 * Passes the values of `make()` to `use`: at once if the backend can read at once, otherwise when they arrive. In that second
 * case `wait` is called before this function returns. Leaves no tensor in memory.
 */
export function read(make: () => tf.Tensor, use: (values: TensorValues) => void, wait: () => void): void {
  const tensor = tf.tidy(make);
  const values = readNow(tensor);
  if (values) {
    tensor.dispose();
    use(values);
    return;
  }
  // A reader's tidy or the end of the cell must not dispose it before it is read.
  tf.keep(tensor);
  wait();
  void tensor
    .data<tf.DataType>()
    .then(use)
    .finally(() => tensor.dispose());
}

/** Reads a tensor and disposes it. It is kept until then, because the cell may end first. */
export async function take(tensor: tf.Tensor): Promise<Float32Array> {
  tf.keep(tensor);
  try {
    return Float32Array.from(await tensor.data());
  } finally {
    tensor.dispose();
  }
}

/** The values, or undefined on a backend that can only answer later (WebGPU). */
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

/** @throws Error if the tensor was disposed */
export function checkAlive(verb: string, tensor: tf.Tensor): void {
  if (tensor.isDisposed) throw new Error(say('lab.disposed', { verb, tensor: tensorText(tensor) }));
}

/** Images [n, h, w, c] with every n-th pixel only, [n, height, width, c]. Several times faster than a strided slice. */
export function sampled(images: tf.Tensor, height: number, width: number): tf.Tensor {
  const [n = 0, fullHeight = 0, fullWidth = 0, channels = 0] = images.shape;
  if (height === fullHeight && width === fullWidth) return images;
  const batch = images.cast('float32').as4D(n, fullHeight, fullWidth, channels);
  return tf.image.resizeNearestNeighbor(batch, [height, width]);
}
