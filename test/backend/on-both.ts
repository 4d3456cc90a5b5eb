import * as tf from '@tensorflow/tfjs';
import { expect } from 'vitest';

/** What `make` gives on a backend: shapes and values. */
export interface Result {
  shape: number[];
  values: ArrayLike<number>;
}

export async function on(backend: 'cpu' | 'wasm', make: () => tf.Tensor[]): Promise<Result[]> {
  await tf.setBackend(backend);
  const tensors = tf.tidy(make);
  const results = tensors.map((tensor) => ({ shape: tensor.shape, values: tensor.dataSync() }));
  tf.dispose(tensors);
  return results;
}

/** The largest difference between two lists of results, relative to the largest number of each tensor; infinite where shapes differ. */
function difference(expected: Result[], got: Result[]): number {
  let worst = 0;
  for (const [index, { shape, values }] of expected.entries()) {
    const other = got[index];
    if (!other || other.shape.join() !== shape.join()) return Infinity;
    let scale = 1e-3;
    for (let i = 0; i < values.length; i++) scale = Math.max(scale, Math.abs(values[i]!));
    for (let i = 0; i < values.length; i++) {
      const apart = Math.abs(values[i]! - other.values[i]!) / scale;
      worst = Math.max(worst, Number.isNaN(apart) ? Infinity : apart);
    }
  }
  return worst;
}

/** Expects `make` to give the same on wasm as on cpu, up to rounding. */
export async function expectSame(name: string, make: () => tf.Tensor[], tolerance = 4e-6): Promise<void> {
  const apart = difference(await on('cpu', make), await on('wasm', make));
  expect(apart, name).toBeLessThan(tolerance);
}

/** A tensor of normal numbers that depends on its shape and `seed` alone. */
export function normal(shape: number[], seed: number): tf.Tensor {
  return tf.randomNormal(shape, 0, 1, 'float32', seed);
}

/** Every `step`-th of all combinations of the given choices, begun by `seed`, so that a grid too large to run is sampled evenly. */
export function sample<Choices extends Record<string, readonly unknown[]>>(
  choices: Choices,
  count: number,
): { [Name in keyof Choices]: Choices[Name][number] }[] {
  const names = Object.keys(choices) as (keyof Choices)[];
  const total = names.reduce((product, name) => product * choices[name]!.length, 1);
  const wanted = Math.min(total, process.env['BACKEND_GRID'] === 'full' ? total : count);
  const picked = new Set<number>();
  // A multiplicative generator with a fixed seed (Park & Miller's minimal standard).
  for (let state = 20_241; picked.size < wanted;) {
    state = (state * 48_271) % 2_147_483_647;
    picked.add(wanted === total ? picked.size : state % total);
  }
  return [...picked].map((place) => {
    const chosen = {} as { [Name in keyof Choices]: Choices[Name][number] };
    for (const name of names) {
      const options = choices[name]!;
      chosen[name] = options[place % options.length];
      place = Math.floor(place / options.length);
    }
    return chosen;
  });
}
