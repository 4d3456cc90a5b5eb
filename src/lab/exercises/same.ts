import * as tf from '@tensorflow/tfjs';
import { isNumberArray, isPlain, isTensor } from '../values/kinds';

/** A value as plain data: tensors and typed arrays become lists. What cannot be compared stays as it is. */
export async function plainOf(value: unknown): Promise<unknown> {
  const settled = await value;
  if (isTensor(settled)) return (settled as tf.Tensor).array();
  if (isNumberArray(settled)) return Array.from(settled);
  if (Array.isArray(settled)) return Promise.all(settled.map(plainOf));
  if (!isPlain(settled)) return settled;
  const entries = Object.entries(settled).map(async ([key, one]) => [key, await plainOf(one)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * True if two plain values are the same. Numbers may differ by `tolerance`, absolute up to a wanted value of 1 and relative
 * above; NaN equals only NaN. Lists and objects are compared piece by piece.
 */
export function same(got: unknown, want: unknown, tolerance: number): boolean {
  if (typeof got === 'number' && typeof want === 'number') {
    // An infinite tolerance would let every number pass for an infinite one.
    if (!Number.isFinite(want)) return Object.is(got, want);
    return Math.abs(got - want) <= tolerance * Math.max(1, Math.abs(want));
  }
  if (Array.isArray(got) && Array.isArray(want)) {
    return got.length === want.length && want.every((one, index) => same(got[index], one, tolerance));
  }
  if (isPlain(got) && isPlain(want)) {
    const keys = Object.keys(want);
    return Object.keys(got).length === keys.length && keys.every((key) => same(got[key], want[key], tolerance));
  }
  return got === want;
}
