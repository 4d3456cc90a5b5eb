import { expect, it } from 'vitest';
import { apart, pooled } from '../../src/site/build/pictures/windows';

it('pools each band of a picture with its own window', () => {
  const bytes = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
  const { bytes: out } = pooled({ width: 4, height: 2, channels: 1, bytes }, [1, 2]);
  expect([...out]).toEqual([1, 2, 8, 8, 5, 6, 8, 8]);
});

it('shows one channel in each band', () => {
  const bytes = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const { bytes: out } = apart({ width: 3, height: 1, channels: 3, bytes });
  expect([...out]).toEqual([1, 0, 0, 0, 5, 0, 0, 0, 9]);
});
