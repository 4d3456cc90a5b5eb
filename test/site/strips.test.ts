import { expect, test } from 'vitest';
import { coarser } from '../../src/site/build/pictures/strips';

test('a strip of b bits has 2^b values, and the ends of the range are among them', () => {
  const row = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
  const { bytes } = coarser({ width: 512, height: 1, channels: 1, bytes: row }, [8, 2]);
  expect([...bytes.subarray(0, 256)]).toEqual([...row.subarray(0, 256)]);
  expect([...new Set(bytes.subarray(256))]).toEqual([0, 85, 170, 255]);
});
