import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../src/datasets/load';
import { shelves } from '../../src/datasets/shelves';
import { sizes } from '../../src/datasets/sizes';
import { readyForDatasets } from './ready';

const folder = new URL('../../public/data/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));

beforeAll(async () => void (await readyForDatasets()));

test('the table of sizes names every file, with its size', () => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.gz$|\/(model\.json|weights\.bin)$/.test(name),
  );
  const found = Object.fromEntries(names.map((name) => [name, read(name).length]));
  expect(found).toEqual(sizes);
});

test('each README gives the sha256 of the files next to it', () => {
  for (const name of Object.keys(sizes)) {
    const [, set = '', file = ''] = /^(.+)\/(.+)$/.exec(name) ?? [];
    const hash = createHash('sha256').update(read(name)).digest('hex');
    const line = read(`${set}/README.md`)
      .toString()
      .split('\n')
      .find((row) => row.includes(` ${file} `));
    expect(line, name).toContain(hash);
    expect(read(`${set}/LICENCE`).length).toBeGreaterThan(500);
  }
});

test('the trained networks together stay below 500 kB', () => {
  const network = ([name]: [string, number]): boolean => name.startsWith('networks/');
  const total = Object.entries(sizes)
    .filter(network)
    .reduce((sum, [, size]) => sum + size, 0);
  expect(total).toBeGreaterThan(100_000);
  expect(total).toBeLessThan(500_000);
});

test('all data together stay below 14 MB', () => {
  expect(Object.values(sizes).reduce((sum, size) => sum + size, 0)).toBeLessThan(14_000_000);
});

/** The least and the greatest share that a class has of all images. */
const shares = { digits: [0.08, 0.12], fashion: [0.09, 0.11], emoji: [0.16, 0.17] } as const;

describe.each(['digits', 'fashion', 'emoji'] as const)('%s', (name) => {
  const { chunk, classes, height, width, channels, most } = shelves[name];
  const { train, test: testCount } = most;
  const size = height * width * channels;
  const [leastShare, mostShare] = shares[name];

  const partOf = async (part: 'train' | 'test', count: number) => {
    const chunks = Array.from(
      { length: Math.ceil(count / chunk) },
      (_, index) => `${name}/${part}-images-${index}.idx.gz`,
    );
    const [labels, ...images] = await load(name, [`${name}/${part}-labels.idx.gz`, ...chunks]);
    const pixels = Buffer.concat(images.map(({ values }) => values));
    const hashes = Array.from({ length: count }, (_, index) =>
      createHash('sha256')
        .update(pixels.subarray(index * size, (index + 1) * size))
        .digest('hex'),
    );
    return { labels: [...(labels?.values ?? [])], pixels, hashes };
  };

  test('has as many images as it says, each with a label, and only the last file is not full', async () => {
    const [a, b] = [await partOf('train', train), await partOf('test', testCount)];
    expect(a.pixels.length).toBe(train * size);
    expect(b.pixels.length).toBe(testCount * size);
    expect(a.labels).toHaveLength(train);
    expect(b.labels).toHaveLength(testCount);
  });

  test('has every class in a fair share, in both parts and in the first thousand', async () => {
    const parts = [await partOf('train', train), await partOf('test', testCount)];
    for (const labels of parts.flatMap((part) => [part.labels, part.labels.slice(0, 1000)])) {
      const counts = Array.from({ length: classes }, (_, label) => labels.filter((value) => value === label).length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(labels.length);
      const slack = labels.length <= 1000 ? 0.04 : 0.005;
      expect(Math.min(...counts) / labels.length).toBeGreaterThan(leastShare - slack);
      expect(Math.max(...counts) / labels.length).toBeLessThan(mostShare + slack);
    }
  });

  test('uses the whole range of a byte', async () => {
    const { pixels } = await partOf('train', train);
    expect(pixels.reduce((least, value) => Math.min(least, value), 255)).toBe(0);
    expect(pixels.reduce((most, value) => Math.max(most, value), 0)).toBe(255);
  });

  test('shows no image of the test part in the training part', async () => {
    const seen = new Set((await partOf('train', train)).hashes);
    expect((await partOf('test', testCount)).hashes.filter((hash) => seen.has(hash))).toEqual([]);
  });
});
