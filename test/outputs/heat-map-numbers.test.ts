// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { showOutput } from '../../src/outputs';
import type { Output } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

beforeEach(() => useWords(en, 'en'));

const size = 28;
const map: Output = {
  kind: 'heat-map',
  rows: size,
  columns: size,
  values: new Float32Array(size * size).fill(1),
  scale: 'sequential',
  range: [0, 1],
};
const confusion: Output = {
  kind: 'confusion',
  classes: Array.from({ length: size }, (_, at) => `class ${at}`),
  counts: Array.from({ length: size * size }, (_, at) => at),
  examples: [],
};

test.each([map, confusion])('$kind of 784 numbers draws them, and makes no element for each', (output) => {
  const { element } = showOutput(output);
  document.body.append(element);
  expect(element.querySelectorAll('.rc-numbers').length).toBe(1);
  // Names of rows and columns, recalls, and what is around them.
  expect(element.querySelectorAll('*').length).toBeLessThan(150);
});
