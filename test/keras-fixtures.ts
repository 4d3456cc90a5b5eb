import * as tf from '@tensorflow/tfjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** A tensor as scripts/make-keras-fixtures.py writes it. */
export interface Packed {
  shape: number[];
  values: number[];
}

/** How far from Keras's a number may be. */
const tolerance = 1e-4;

/** What Keras says, by the name of its file in test/fixtures/keras. */
export function readKeras<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(import.meta.dirname, `fixtures/keras/${name}.json`), 'utf8')) as Content;
}

export const unpack = ({ shape, values }: Packed): tf.Tensor => tf.tensor(values, shape);

export function expectClose(found: tf.Tensor | undefined, expected: Packed | undefined, within = tolerance): void {
  expect(found?.shape).toEqual(expected?.shape);
  const values = found?.dataSync() ?? [];
  const worst = Math.max(...Array.from(values, (value, index) => Math.abs(value - (expected?.values[index] ?? NaN))));
  expect(worst).toBeLessThan(within);
}
