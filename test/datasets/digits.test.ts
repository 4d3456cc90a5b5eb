import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { digits, useSource } from '../../src/datasets';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { diskSource } from './disk';

const disk = diskSource();

beforeAll(async () => {
  useWords(en);
  useSource(disk);
  await tf.setBackend('cpu');
});

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
