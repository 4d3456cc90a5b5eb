import * as tf from '@tensorflow/tfjs';
import { bareValueOf } from '../model/forward';

/** Limit for the numbers of the images whose gradient is computed at once. */
const MAX_NUMBERS = 400_000;

/**
 * The gradient of a unit, before its activation, by the pixels of images [n, h, w, c]: its absolute value and its square, each
 * summed over the channels and averaged over the images, [h, w]. Call it in a tidy.
 * @param place [row, column] (the sum of all channels), [row, column, channel] or [unit]
 */
export function effectiveField(
  at: tf.SymbolicTensor,
  input: tf.SymbolicTensor,
  images: tf.Tensor,
  place: readonly number[],
): [size: tf.Tensor, energy: tf.Tensor] {
  const [count = 1, height = 1, width = 1, channels = 1] = images.shape;
  const unit = (x: tf.Tensor): tf.Scalar => {
    const value = bareValueOf(at, [{ at: input, value: x }]);
    const begin = value.shape.map((_, axis) => (axis === 0 ? 0 : (place[axis - 1] ?? 0)));
    const size = value.shape.map((_, axis) => (axis > 0 && axis <= place.length ? 1 : -1));
    return value.slice(begin, size).sum();
  };
  const step = Math.max(1, Math.floor(MAX_NUMBERS / (height * width * channels)));
  let total: tf.Tensor = tf.zeros([height, width]);
  let squares: tf.Tensor = tf.zeros([height, width]);
  for (let from = 0; from < count; from += step) {
    const slope = tf.tidy(() =>
      tf.grad(unit)(images.slice([from, 0, 0, 0], [Math.min(step, count - from), -1, -1, -1])),
    );
    total = slope.abs().sum([0, 3]).add(total);
    squares = slope.square().sum([0, 3]).add(squares);
  }
  return [total.div(count), squares.div(count)];
}

/** The smallest number of pixels that hold this share of all energy; 0 if there is none. */
export function spanOf(energy: Float32Array, share: number): number {
  const sorted = energy.slice().sort().reverse();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return 0;
  let sum = 0;
  return sorted.findIndex((value) => (sum += value) >= share * total) + 1;
}
