import * as tf from '@tensorflow/tfjs';
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/backend';
import { digits, fashion, pretrained, type NetworkName } from '../../src/datasets';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';
import { nodeFiles } from '../backend/node-files';
import { readyForDatasets } from './ready';

const folder = new URL('../../public/data/networks/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

beforeAll(async () => {
  await readyForDatasets();
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
});
afterEach(() => useWords(en, 'en'));

describe.each([
  ['fashion', fashion, 0.9],
  ['digits', digits, 0.97],
] as const)('the network of %s', (name, data, least) => {
  test('classifies as many of the committed test images correctly as its README and accuracy.json say', async () => {
    const { all, committed } = JSON.parse(read(`${name}/accuracy.json`)) as Record<
      'all' | 'committed',
      { images: number; correct: number }
    >;
    const { test: exam } = await data({ train: 0, test: 2000 });
    const network = await pretrained(name);
    const guesses = tf.tidy(() => (network.predict(exam.images, { batchSize: 500 }) as tf.Tensor).argMax(1).dataSync());
    const right = exam.classes.filter((label, at) => label === guesses[at]).length;
    expect(committed.images).toBe(2000);
    // Two classes that are equally likely may change places in another order of adding up.
    expect(Math.abs(right - committed.correct)).toBeLessThanOrEqual(1);
    expect(all.correct / all.images).toBeGreaterThanOrEqual(least);
    for (const { images, correct } of [all, committed])
      expect(read(`${name}/README.md`)).toContain(`**${((100 * correct) / images).toFixed(2)} %** of`);
  });

  test('has the layers with the names that the book uses', async () => {
    const network = await pretrained(name);
    expect(network.layers.map((layer) => layer.name)).toEqual(['conv1', 'pool1', 'conv2', 'pool2', 'conv3', 'gap', 'classes']); // prettier-ignore
    expect(network.inputs[0]?.shape).toEqual([null, 28, 28, 1]);
    expect(network.countParams()).toBe(23_946);
  });

  test('can be evaluated and trained further', async () => {
    const { train } = await data({ train: 32, test: 0 });
    const network = await pretrained(name);
    const before = network.getLayer('conv1').getWeights()[0]?.dataSync().slice();
    const history = await network.fit(train.images, train.labels, { verbose: 0 });
    expect(Number(history.history['loss']?.[0])).toBeLessThan(1);
    expect(network.getLayer('conv1').getWeights()[0]?.dataSync()).not.toEqual(before);
  });
});

test('each call gives a separate network, from bytes that are fetched once', async () => {
  const disk = await readyForDatasets();
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
  const [one, other] = [await pretrained('fashion'), await pretrained('fashion')];
  one.getLayer('classes').setWeights([tf.zeros([64, 10]), tf.zeros([10])]);
  expect(other.getLayer('classes').getWeights()[0]?.abs().max().dataSync()[0]).toBeGreaterThan(0);
  expect(disk.reads).toEqual([]);
});

test('it leaves nothing behind: no tensor after dispose, no random number drawn, no layer name taken', async () => {
  const random = Math.random;
  let drawn = 0;
  Math.random = () => {
    drawn += 1;
    return random();
  };
  const nameOf = () => Number(/\d+$/.exec(tf.layers.conv2d({ filters: 1, kernelSize: 1 }).name)?.[0]);
  const first = nameOf();
  const tensors = tf.memory().numTensors;
  const network = await pretrained('digits');
  network.dispose();
  Math.random = random;
  expect(tf.memory().numTensors).toBe(tensors);
  expect(drawn).toBe(0);
  expect(nameOf()).toBe(first + 1);
});

test('an unknown name is refused with a list of the known ones, in the page’s language', async () => {
  await expect(pretrained('mnist' as NetworkName)).rejects.toThrow(
    'There is no trained network "mnist". There are: "fashion", "digits".',
  );
  useWords(zhCn, 'zh-cn');
  await expect(pretrained(undefined as unknown as NetworkName)).rejects.toThrow(
    '没有名为 undefined 的已训练网络。可用的有："fashion"、"digits"。',
  );
});
