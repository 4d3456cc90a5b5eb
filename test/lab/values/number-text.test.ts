import { expect, test } from 'vitest';
import { numberText, printed } from '../../../src/lab/values/number-text';

test('a number in a sentence has the minus sign of print, one in a value the minus of code', () => {
  expect([-3.5551, 0, 2].map((value) => printed(value, 3))).toEqual(['−3.555', '0', '2']);
  expect(numberText(-3.5551, 3)).toBe('-3.555');
});
