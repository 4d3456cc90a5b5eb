import { describe, expect, it } from 'vitest';
import { confusion, reportOf, withError } from '../../../src/lab/scores/class-report';

describe('a report on classes', () => {
  it('has rows of truth and columns of guesses, classes that never occur included', () => {
    expect(confusion([0, 0, 0, 1, 1], [0, 1, 1, 1, 0], 3)).toEqual([1, 2, 0, 1, 1, 0, 0, 0, 0]);
  });

  it('gives precision by column, recall by row, and F1 as their harmonic mean', () => {
    const [first, second, third] = reportOf([8, 2, 0, 1, 9, 0, 0, 0, 0], 3);
    expect(first).toMatchObject({ occurs: 10, said: 9, right: 8, recall: 0.8 });
    expect(first?.precision).toBeCloseTo(8 / 9, 12);
    expect(first?.f1).toBeCloseTo((2 * (8 / 9) * 0.8) / (8 / 9 + 0.8), 12);
    expect(second?.precision).toBeCloseTo(9 / 11, 12);
    expect(third).toEqual({ occurs: 0, said: 0, right: 0, precision: 0, recall: 0, f1: 0 });
  });

  it('has an error bar of two standard errors', () => {
    expect(withError(1692, 2000).share).toBeCloseTo(0.846, 12);
    expect(withError(1692, 2000).error).toBeCloseTo(0.016, 3);
    expect(withError(0, 0)).toEqual({ share: 0, error: 0 });
  });
});
