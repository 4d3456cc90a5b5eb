import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzip } from '../../src/datasets/gunzip';

const plain = Uint8Array.from({ length: 5000 }, (_, index) => (index * index) % 251);
const packed = new Uint8Array(gzipSync(plain));

test('packed bytes are unpacked', async () => {
  expect(await gunzip(packed)).toEqual(plain);
});

test('bytes that arrive unpacked pass unchanged', async () => {
  expect(await gunzip(plain)).toEqual(plain);
});

test('packed bytes that end too early, or were changed, are refused', async () => {
  await expect(gunzip(packed.subarray(0, 200))).rejects.toThrow();
  const changed = packed.slice();
  changed[300] = (changed[300] ?? 0) ^ 1;
  await expect(gunzip(changed)).rejects.toThrow();
});
