import { describe, expect, it } from 'vitest';
import { thinCloud, thinLine } from '../../../src/lab/show/thin';

describe('a thinned line', () => {
  it('keeps the lowest and the highest point of each stretch, in their order', () => {
    const heights = [5, 1, 9, 5, 5, 8, 0, 5, NaN, 3, 7, 2];
    expect(thinLine(heights.length, (at) => heights[at] ?? NaN, 6)).toEqual([1, 2, 5, 6, 10, 11]);
  });

  it('is whole where it is short enough', () => {
    expect(thinLine(3, () => 0, 3)).toEqual([0, 1, 2]);
  });
});

describe('a thinned cloud', () => {
  it('keeps evenly spaced points, no more than the limit', () => {
    expect([thinCloud(10, 10).length, thinCloud(11, 10), thinCloud(0, 5)]).toEqual([10, [0, 2, 4, 6, 8, 10], []]);
  });
});
