import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/backend';
import { nodeFiles } from './node-files';
import { expectSame, normal } from './on-both';

beforeAll(async () => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
});

const pools = [
  { poolSize: 2, strides: 2, padding: 'valid' },
  { poolSize: 3, strides: 2, padding: 'same' },
  { poolSize: 2, strides: 1, padding: 'valid' },
] as const;

/** A convolution with ReLU, then a pooling, as layers; and what the convolution gave. */
function maps(x: tf.Tensor, filter: tf.Tensor, channels: number): tf.Tensor {
  const layer = tf.layers.conv2d({ filters: channels, kernelSize: 3, activation: 'relu' });
  layer.build(x.shape);
  layer.setWeights([filter, tf.fill([channels], 0.1)]);
  return layer.apply(x) as tf.Tensor;
}

test.each(pools)(
  'a convolution, ReLU and pooling of $poolSize, stride $strides, $padding have the gradients of cpu',
  async (pool) => {
    for (const channels of [3, 8])
      await expectSame(`${channels} channels`, () => {
        const [x, filter] = [normal([3, 11, 12, 2], 1), normal([3, 3, 2, channels], 2)];
        const layer = tf.layers.conv2d({ filters: channels, kernelSize: 3, activation: 'relu' });
        layer.build(x.shape);
        layer.setWeights([filter, tf.fill([channels], 0.1)]);
        const loss = () =>
          (tf.layers.maxPooling2d(pool).apply(layer.apply(x)) as tf.Tensor).square().sum() as tf.Scalar;
        const { grads } = tf.variableGrads(
          loss,
          layer.trainableWeights.map((weight) => weight.read() as tf.Variable),
        );
        return Object.values(grads);
      });
  },
);

test('the gradient of the pooled maps themselves is complete, although they came from a ReLU', async () => {
  await expectSame('maps', () => {
    const y = maps(normal([2, 8, 8, 2], 1), normal([3, 3, 2, 4], 2), 4);
    const pool = (a: tf.Tensor) => tf.maxPool(a as tf.Tensor4D, 2, 2, 'valid');
    return [tf.grad(pool)(y, normal([2, 3, 3, 4], 3))];
  });
});

test('values that were never read leave nothing behind', async () => {
  await tf.setBackend('wasm');
  const y = tf.tidy(() => maps(normal([2, 8, 8, 2], 1), normal([3, 3, 2, 4], 2), 4));
  const dy = tf.ones([2, 3, 3, 4]);
  const before = tf.memory();
  const unread = tf.grad((a: tf.Tensor) => tf.maxPool(a as tf.Tensor4D, 2, 2, 'valid'))(y, dy);
  expect(unread.shape).toEqual([2, 6, 6, 4]);
  unread.dispose();
  expect(tf.memory()).toEqual(before);
  const backend = tf.backend();
  const buffers = backend.numDataIds();
  tf.dispose([y, dy]);
  expect(backend.numDataIds()).toBe(buffers - 2);
});

test('a gradient of a gradient passes through convolution, ReLU and bias', async () => {
  await expectSame('second order', () => {
    const [x, filter] = [normal([2, 6, 6, 2], 1), normal([3, 3, 2, 4], 2)];
    const first = tf.grad((a: tf.Tensor) => maps(a, filter, 4).square().sum());
    return [tf.grad((a: tf.Tensor) => first(a).square().sum())(x)];
  });
});
