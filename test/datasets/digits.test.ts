import { beforeAll, expect, test } from 'vitest';
import { digits } from '../../src/datasets';
import type { diskSource } from './disk';
import { hashPixels, readyForDatasets } from './ready';

let disk: ReturnType<typeof diskSource>;
beforeAll(async () => void (disk = await readyForDatasets()));

test('without counts there are 1,000 digits to train and 200 to test, and one file of images is fetched for each', async () => {
  const { train, test, classes } = await digits();
  expect(train.images.shape).toEqual([1000, 28, 28, 1]);
  expect(train.images.dtype).toBe('float32');
  expect(train.labels.shape).toEqual([1000, 10]);
  expect(train.labels.dtype).toBe('float32');
  expect(train.classes).toHaveLength(1000);
  expect(test.images.shape).toEqual([200, 28, 28, 1]);
  expect(classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  expect(disk.reads.toSorted()).toEqual([
    'data/digits/test-images-0.idx.gz',
    'data/digits/test-labels.idx.gz',
    'data/digits/train-images-0.idx.gz',
    'data/digits/train-labels.idx.gz',
  ]);
});

test('the first digit is the one that it always was', async () => {
  const { train, test } = await digits({ train: 1, test: 1 });
  expect([...train.classes, ...test.classes]).toEqual([1, 5]);
  expect(hashPixels(train.images.dataSync())).toBe('dbe27e6cb4e472156b45d8409d863ce1a36e75f64e5bf44a7f24158192f72d54');
  expect(hashPixels(test.images.dataSync())).toBe('79ba03a9f976d650dd1755db5dd4eded9128711557a63447bb2b6c5ee464b66d');
});
