import { describe, expect, it } from 'vitest';
import { pictureWidth, stepFor } from '../../../src/lab/values/pictures';
import { minMax, rangeFor, scaleOf } from '../../../src/lab/values/range';

describe('the ends of a scale', () => {
  it.each([
    ['grey', [0, 0.2], [0, 1]],
    ['grey', [0, 1], [0, 1]],
    ['grey', [0, 2], [0, 2]],
    ['grey', [0, 16], [0, 16]],
    ['grey', [0, 17], [0, 17]],
    ['grey', [0, 48], [0, 48]],
    ['colour', [30, 255], [0, 255]],
    ['grey', [0, 256], [0, 256]],
    ['grey', [-1, 3], [-1, 3]],
    ['sequential', [2, 5], [0, 5]],
    ['sequential', [3, 5], [3, 5]],
    ['sequential', [-2, 5], [-2, 5]],
    ['sequential', [5, 5], [0, 5]],
    ['sequential', [0, 0], [0, 1]],
    ['sequential', [-5, -5], [-5, 0]],
    ['diverging', [-1, 3], [-3, 3]],
    ['diverging', [-3, 1], [-3, 3]],
    ['diverging', [0, 0], [-1, 1]],
  ] as const)('%s: values in %j make it %j', (scale, [low, high], range) => {
    expect(rangeFor(scale, [low, high])).toEqual(range);
  });

  it('depend on what the values are', () => {
    const ends = (kind: 'picture' | 'bytes' | 'map', high: number): number => rangeFor('grey', [0, high], kind)[1];
    expect([9, 16, 17, 200, 255, 256].map((high) => ends('bytes', high))).toEqual([9, 16, 255, 255, 255, 256]);
    expect([0, 0.2, 1, 19.8, 200].map((high) => ends('map', high))).toEqual([1, 0.2, 1, 19.8, 200]);
    expect([0, 0.2, 1, 19.8, 200].map((high) => ends('picture', high))).toEqual([1, 1, 1, 19.8, 200]);
  });

  it('come from finite values only', () => {
    expect(minMax([NaN, 2, -Infinity, -1, Infinity])).toEqual([-1, 2]);
    expect(minMax([NaN])).toEqual([0, 0]);
  });

  it('have zero in the middle as soon as a value is below it', () => {
    expect([scaleOf([-0.1, 5], 'grey'), scaleOf([0, 5], 'grey'), scaleOf([0, 5], 'sequential')]).toEqual([
      'diverging',
      'grey',
      'sequential',
    ]);
  });
});

describe('a picture', () => {
  it('is sampled only if one output cannot hold it', () => {
    expect([4_000_000, 4_000_001, 16_000_000, 16_000_001].map(stepFor)).toEqual([1, 2, 2, 3]);
  });

  it('grows by whole factors up to its place in the grid, and shrinks to it', () => {
    expect([pictureWidth(28, 1), pictureWidth(300, 1), pictureWidth(1000, 1)]).toEqual([280, 300, 640]);
    expect([pictureWidth(28, 4), pictureWidth(100, 4), pictureWidth(1000, 4)]).toEqual([140, 100, 240]);
    expect([pictureWidth(28, 5), pictureWidth(100, 5), pictureWidth(1000, 5)]).toEqual([84, 100, 128]);
  });
});
