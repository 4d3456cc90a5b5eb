import { describe, expect, it } from 'vitest';
import { same } from '../../../src/lab/exercises/same';

describe('two numbers', () => {
  it.each([
    ['small', 0.001, 0.00105, true],
    ['small, too far apart', 0.001, 0.0012, false],
    ['one', 1, 1.00009, true],
    ['one, too far apart', 1, 1.0002, false],
    ['large', 1000, 1000.09, true],
    ['large, too far apart', 1000, 1000.2, false],
    ['large and negative', -1000, -999.91, true],
    ['of different signs', -0.1, 0.1, false],
    ['large, where only the answer is', 0.5, 0.5002, false],
  ])('that are %s are the same within a tolerance, absolute up to 1 and relative above', (_, want, got, result) => {
    expect(same(got, want, 1e-4)).toBe(result);
  });

  it('are the same only if both are NaN, or both infinite in the same direction', () => {
    expect([same(NaN, NaN, 1), same(NaN, 1, 1), same(1, NaN, 1)]).toEqual([true, false, false]);
    expect([same(Infinity, Infinity, 1), same(-Infinity, Infinity, 1), same(5, Infinity, 1)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('two lists or objects', () => {
  it('are compared piece by piece, with nothing missing and nothing left over', () => {
    expect(same([1, [2, 1000.05]], [1, [2, 1000]], 1e-4)).toBe(true);
    expect([same([1], [1, 2], 1), same([1, 2], [1], 1), same([[1]], [1], 1)]).toEqual([false, false, false]);
    expect([same({ a: 1 }, { a: 1, b: 2 }, 1), same({ a: 1, b: 2 }, { a: 1 }, 1)]).toEqual([false, false]);
    expect([same({ a: 1 }, { b: 1 }, 1), same({ a: 'x' }, { a: 'x' }, 1), same('1', 1, 1)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
