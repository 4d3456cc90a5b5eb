import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { photo, type PhotoName } from '../../src/datasets';
import { readyForDatasets } from './ready';

beforeAll(async () => void (await readyForDatasets()));

describe.each([
  ['flower', [256, 202, 3]],
  ['airplane', [179, 256, 3]],
  ['cat', [170, 256, 3]],
  ['coffee', [171, 256, 3]],
] as const)('%s', (name, shape) => {
  test('is one tensor of red, green and blue between 0 and 1, dark and bright', async () => {
    const before = tf.memory().numTensors;
    const picture = await photo(name);
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(picture.shape).toEqual(shape);
    expect(picture.dtype).toBe('float32');
    const values = picture.dataSync<'float32'>();
    const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    expect(least).toBeGreaterThanOrEqual(0);
    expect(least).toBeLessThan(0.15);
    expect(most).toBeGreaterThan(0.8);
    expect(most).toBeLessThanOrEqual(1);
    picture.dispose();
  });
});

test('coffee is red: its red channel is the brightest', async () => {
  const [red = 0, green = 0, blue = 0] = (await (await photo('coffee')).mean([0, 1]).array()) as number[];
  expect(red).toBeGreaterThan(1.5 * green);
  expect(green).toBeGreaterThan(blue);
});

test('an unknown name is refused with a list of the known ones', async () => {
  await expect(photo('dog' as PhotoName)).rejects.toThrow(
    'There is no photograph "dog". There are: "flower", "airplane", "cat", "coffee".',
  );
  await expect(photo(undefined as unknown as PhotoName)).rejects.toThrow('There is no photograph undefined.');
});
