import { expect, it } from 'vitest';
import { residual } from '../../src/site/build/pictures/residual';

it('shows x, F(x) and their sum; where x is flat, F(x) is 0 and the sum is x', () => {
  const even = { width: 6, height: 2, channels: 1, bytes: new Uint8Array(12).fill(50) } as const;
  expect([...residual(even).bytes]).toEqual([50, 50, 128, 128, 50, 50, 50, 50, 128, 128, 50, 50]);
});

it('adds twice the difference of a pixel from the mean around it', () => {
  const bytes = Uint8Array.from([0, 0, 0, 30, 0, 0, 0, 0, 60]);
  const { bytes: out } = residual({ width: 9, height: 1, channels: 1, bytes });
  expect([...out]).toEqual([0, 0, 0, 128 + 2 * (30 - 6), 128 - 12, 128 - 12, 0, 0, 60 + 2 * (60 - 20)]);
});
