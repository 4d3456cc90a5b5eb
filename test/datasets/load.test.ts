import { afterEach, beforeEach, expect, test } from 'vitest';
import { onLoading, useSource, type Loading } from '../../src/datasets';
import { load } from '../../src/datasets/load';
import { sizes } from '../../src/datasets/sizes';
import type { diskSource } from './disk';
import { readyForDatasets } from './ready';

// What is loaded is kept for good, so each test has a file of its own.
const file = (chunk: number) => `digits/train-images-${chunk}.idx.gz`;

let disk: ReturnType<typeof diskSource>;
let reports: Loading[];
let silence: () => void;
beforeEach(async () => {
  disk = await readyForDatasets();
  reports = [];
  silence = onLoading((loading) => reports.push(loading));
});
afterEach(() => silence());

test('two loads at the same time share one fetch, and a later one needs none', async () => {
  const [first, second] = await Promise.all([load('a', [file(0)]), load('b', [file(0)])]);
  const [third] = await load('c', [file(0)]);
  expect(disk.reads).toEqual([`data/${file(0)}`]);
  expect(second[0]).toBe(first[0]);
  expect(third).toBe(first[0]);
});

test('progress is reported from nothing to everything, then done, and not at all for what has already arrived', async () => {
  await load('digits', [file(1), file(2)]);
  const total = (sizes[file(1)] ?? 0) + (sizes[file(2)] ?? 0);
  expect(reports[0]).toMatchObject({ what: 'digits', received: 0, total, done: false });
  expect(reports.at(-1)).toMatchObject({ what: 'digits', received: total, total, done: true });
  expect(reports.filter(({ done }) => done)).toHaveLength(1);
  const received = reports.map((report) => report.received);
  expect(received).toEqual(received.toSorted((a, b) => a - b));
  const count = reports.length;
  await load('digits', [file(1)]);
  expect(reports).toHaveLength(count);
});

test('bytes that arrive unpacked fill the bar and do not overflow it', async () => {
  const { gunzip } = await import('../../src/datasets/gunzip');
  useSource({
    async read(path, onProgress) {
      const plain = await gunzip(await disk.read(path, () => {}));
      onProgress(plain.length);
      return plain;
    },
  });
  const [array] = await load('digits', [file(3)]);
  expect(array?.shape).toEqual([1000, 28, 28]);
  expect(Math.max(...reports.map(({ received, total }) => received / total))).toBe(1);
});

test('a failed fetch ends the bar and is tried again the next time', async () => {
  useSource({ read: () => Promise.reject(new Error('the cable is cut')) });
  await expect(load('digits', [file(4)])).rejects.toThrow('the cable is cut');
  expect(reports.at(-1)).toMatchObject({ received: 0, done: true });
  useSource(disk);
  expect((await load('digits', [file(4)]))[0]?.shape).toEqual([1000, 28, 28]);
});

test('bytes that arrive damaged are refused by name and fetched again the next time', async () => {
  const path = `data/${file(5)}`;
  useSource({ read: async (path, onProgress) => (await disk.read(path, onProgress)).subarray(0, 5000) });
  await expect(load('digits', [file(5)])).rejects.toThrow(`${path} arrived damaged.`);
  useSource({ read: async () => new TextEncoder().encode('<!doctype html>') });
  await expect(load('digits', [file(5)])).rejects.toThrow(`${path} arrived damaged.`);
  useSource(disk);
  expect((await load('digits', [file(5)]))[0]?.shape).toEqual([1000, 28, 28]);
});

test('a file that is not IDX is its raw bytes, refused if incomplete', async () => {
  const weights = 'networks/digits/weights.bin';
  useSource({ read: async (path, onProgress) => (await disk.read(path, onProgress)).subarray(0, 5000) });
  await expect(load('network', [weights])).rejects.toThrow(`data/${weights} arrived damaged.`);
  useSource(disk);
  expect((await load('network', [weights]))[0]?.shape).toEqual([sizes[weights]]);
});

test('when one of several files fails, the rest are kept', async () => {
  useSource({
    read: (path, onProgress) =>
      path.includes('images-6') ? Promise.reject(new Error('gone')) : disk.read(path, onProgress),
  });
  await expect(load('digits', [file(6), file(7)])).rejects.toThrow('gone');
  useSource(disk);
  await load('digits', [file(6), file(7)]);
  expect(disk.reads).toEqual([`data/${file(7)}`, `data/${file(6)}`]);
});
