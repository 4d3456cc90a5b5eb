import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { digits, type SplitOptions } from '../../src/datasets';
import { readyForDatasets } from './ready';

beforeAll(async () => void (await readyForDatasets()));

test('values are float32 between 0 and 1, black and white included', async () => {
  const { train } = await digits({ train: 300, test: 0 });
  const values = train.images.dataSync<'float32'>();
  expect(values.reduce((least, value) => Math.min(least, value), 1)).toBe(0);
  expect(values.reduce((most, value) => Math.max(most, value), 0)).toBe(1);
});

test('a label is 1 in the column of its class and 0 elsewhere', async () => {
  const { train } = await digits({ train: 50, test: 1 });
  const rows = await train.labels.array();
  expect(rows.map((row) => row.indexOf(1))).toEqual([...train.classes]);
  expect(rows.map((row) => row.reduce((sum, value) => sum + value, 0))).toEqual(Array(50).fill(1));
});

test('the same counts give the same data, and a smaller set is the beginning of a larger one', async () => {
  const [some, same, more] = await Promise.all([40, 40, 90].map((train) => digits({ train, test: 5 })));
  expect(same?.train.images.dataSync()).toEqual(some?.train.images.dataSync());
  expect(more?.train.images.slice(0, 40).dataSync()).toEqual(some?.train.images.dataSync());
  expect(more?.train.classes.slice(0, 40)).toEqual(some?.train.classes);
});

test.each([999, 1000, 1001, 2000, 2001])('%i images are cut and joined at the right places', async (train) => {
  const [taken, all] = [await digits({ train, test: 0 }), await digits({ train: 3000, test: 0 })];
  expect(taken.train.images.shape[0]).toBe(train);
  expect(taken.train.images.dataSync()).toEqual(all.train.images.dataSync().subarray(0, train * 784));
  expect(taken.train.classes).toEqual(all.train.classes.slice(0, train));
});

test('a count may be 0', async () => {
  const { train, test } = await digits({ train: 0, test: 0 });
  expect(train.images.shape).toEqual([0, 28, 28, 1]);
  expect(test.labels.shape).toEqual([0, 10]);
});

test('exactly four tensors are made, none after an error', async () => {
  const before = tf.memory().numTensors;
  const { train, test } = await digits({ train: 1500, test: 10 });
  expect(tf.memory().numTensors).toBe(before + 4);
  tf.dispose([train.images, train.labels, test.images, test.labels]);
  await expect(digits({ train: 9000 })).rejects.toThrow();
  expect(tf.memory().numTensors).toBe(before);
});

describe('a wrong count is refused with a message', () => {
  const wrong: [options: unknown, message: string][] = [
    [{ train: -1 }, 'digits(): `train` must be a whole number of images from 0 to 8000, but it is -1.'],
    [{ test: 1.5 }, 'digits(): `test` must be a whole number of images from 0 to 2000, but it is 1.5.'],
    [{ train: NaN }, 'digits(): `train` must be a whole number of images from 0 to 8000, but it is NaN.'],
    [{ train: Infinity }, 'digits(): `train` must be a whole number of images from 0 to 8000, but it is Infinity.'],
    [{ train: '500' }, 'digits(): `train` must be a whole number of images from 0 to 8000, but it is "500".'],
    [{ train: null }, 'digits(): `train` must be a whole number of images from 0 to 8000, but it is null.'],
    [{ train: 8001 }, 'digits(): `train` is 8001, but the data set has only 8000.'],
    [{ test: 2001 }, 'digits(): `test` is 2001, but the data set has only 2000.'],
    [{ training: 10 }, 'digits() knows no option “training”; it has `train` and `test`.'],
    [500, 'digits() takes an object such as { train: 1000, test: 200 }, not 500.'],
    [null, 'digits() takes an object such as { train: 1000, test: 200 }, not null.'],
  ];
  test.each(wrong)('%o', async (options, message) => {
    await expect(digits(options as SplitOptions)).rejects.toThrow(message);
  });
});
