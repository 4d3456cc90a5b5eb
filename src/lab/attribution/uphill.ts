import * as tf from '@tensorflow/tfjs';
import type { Shape } from './ascent';
import { bareValueOf } from '../model/forward';
import { take } from '../values/read';

/** The weight of a place below zero; a place above zero has 1. */
const LITTLE = 0.05;

/** The activation to maximize, as a function of an image [1, h, w, c]. */
export function excitement(
  at: tf.SymbolicTensor,
  input: tf.SymbolicTensor,
  unit: number,
  places: 'middle' | 'all',
): (x: tf.Tensor) => tf.Scalar {
  return (x) => {
    const own = [{ at: input, value: x }];
    const value = bareValueOf(at, own);
    // Places below zero count a little, because a channel that is silent everywhere would have no gradient otherwise.
    if (at.rank === 4 && places === 'all') return tf.leakyRelu(value.gather([unit], 3), LITTLE).mean();
    if (at.rank === 2) return value.slice([0, unit], [1, 1]).sum();
    const [, rows = 0, columns = 0] = value.shape;
    return value.slice([0, Math.floor(rows / 2), Math.floor(columns / 2), unit], [1, 1, 1, 1]).sum();
  };
}

/** The activation on an image, and its gradient by every pixel. */
export interface Ahead {
  value: number;
  slope: Float32Array;
}

/** Reads the activation and its gradient on an image [h, w, c]. */
export async function uphill(excited: (x: tf.Tensor) => tf.Scalar, image: Float32Array, shape: Shape): Promise<Ahead> {
  const both = tf.tidy(() => {
    const { value, grad } = tf.valueAndGrad(excited)(tf.tensor4d(image, [1, ...shape]));
    return tf.concat([value.flatten(), grad.flatten()]);
  });
  const all = await take(both);
  return { value: all[0] ?? NaN, slope: all.slice(1) };
}
