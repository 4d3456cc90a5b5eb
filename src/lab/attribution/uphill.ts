import * as tf from '@tensorflow/tfjs';
import type { Shape } from './ascent';
import { bareValueOf } from '../model/forward';
import { take } from '../values/read';

/** What a place below zero counts, where one above counts 1. */
const LITTLE = 0.05;

/** What climbs, as a function of an image [1, h, w, c]. */
export function excitement(
  at: tf.SymbolicTensor,
  input: tf.SymbolicTensor,
  unit: number,
  places: 'middle' | 'all',
): (x: tf.Tensor) => tf.Scalar {
  return (x) => {
    const own = [{ at: input, value: x }];
    const value = bareValueOf(at, own);
    // A place below zero counts little, but it counts: else a channel that is silent at first would find no way up.
    if (at.rank === 4 && places === 'all') return tf.leakyRelu(value.gather([unit], 3), LITTLE).mean();
    if (at.rank === 2) return value.slice([0, unit], [1, 1]).sum();
    const [, rows = 0, columns = 0] = value.shape;
    return value.slice([0, Math.floor(rows / 2), Math.floor(columns / 2), unit], [1, 1, 1, 1]).sum();
  };
}

/** What there is on an image, and its slope by every pixel. */
export interface Ahead {
  value: number;
  slope: Float32Array;
}

export async function uphill(excited: (x: tf.Tensor) => tf.Scalar, image: Float32Array, shape: Shape): Promise<Ahead> {
  const both = tf.tidy(() => {
    const { value, grad } = tf.valueAndGrad(excited)(tf.tensor4d(image, [1, ...shape]));
    return tf.concat([value.flatten(), grad.flatten()]);
  });
  const all = await take(both);
  return { value: all[0] ?? NaN, slope: all.slice(1) };
}
