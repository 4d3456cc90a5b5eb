import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { startBackend } from '../../src/backend';
import { seed } from '../../src/lab';
import { nodeFiles } from './node-files';

test('wasm starts in Node and shares one tfjs with the rest of the book', async () => {
  const report = await startBackend({ files: nodeFiles() });
  expect(report.name).toBe('wasm');
  expect(tf.getBackend()).toBe('wasm');
  expect(tf.version.tfjs).toBe('4.22.0');
});

test('a convolutional network learns to tell bright pictures from dark ones', async () => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
  // Without a seed a few runs in a thousand begin with every unit silent, and learn nothing.
  seed(1);
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [12, 12, 1], filters: 4, kernelSize: 3, activation: 'relu', padding: 'same' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.separableConv2d({ filters: 4, kernelSize: 3, activation: 'relu' }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const answers = tf.range(0, 64, 1, 'float32').mod(2);
  const pictures = tf
    .randomUniform([64, 12, 12, 1], 0, 1, 'float32', 7)
    .mul(answers.mul(0.5).add(0.5).reshape([64, 1, 1, 1]));
  const history = await model.fit(pictures, answers, { epochs: 12, verbose: 0 });
  expect(history.history['acc']?.at(-1)).toBeGreaterThan(0.9);
});
