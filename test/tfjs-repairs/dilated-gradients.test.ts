import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/backend';
import { nodeFiles } from '../backend/node-files';
import { expectSame, normal, on, sample } from '../backend/on-both';

beforeAll(async () => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
});

const convolutions = {
  full: (x: tf.Tensor, w: tf.Tensor, pad: 'valid' | 'same', rate: [number, number]) =>
    tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, pad, 'NHWC', rate),
  depthwise: (x: tf.Tensor, w: tf.Tensor, pad: 'valid' | 'same', rate: [number, number]) =>
    tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, pad, 'NHWC', rate),
};

test('dilated convolutions have gradients, and wasm finds those of cpu', async () => {
  const grid = sample(
    {
      kind: ['full', 'depthwise'] as const,
      channels: [1, 3, 8, 17],
      out: [1, 2, 3],
      kernel: [
        [1, 3],
        [3, 3],
        [2, 3],
      ] as [number, number][],
      rate: [
        [1, 2],
        [2, 2],
        [3, 2],
        [2, 3],
      ] as [number, number][],
      pad: ['valid', 'same'] as const,
      batch: [1, 2],
    },
    70,
  );
  for (const { kind, channels, out, kernel, rate, pad, batch } of grid)
    await expectSame(`${kind} [${batch},11,12,${channels}] ∗ [${kernel},${out}] dilation ${rate} ${pad}`, () => {
      const [x, w] = [normal([batch, 11, 12, channels], 1), normal([...kernel, channels, out], 2)];
      const f = (a: tf.Tensor, b: tf.Tensor) => convolutions[kind](a, b, pad, rate);
      const y = f(x, w);
      return [y, ...tf.grads(f)([x, w], normal(y.shape, 3))];
    });
});

test('the gradient of a dilated filter is that of finite differences', async () => {
  for (const kind of ['full', 'depthwise'] as const)
    for (const backend of ['cpu', 'wasm'] as const) {
      await on(backend, () => {
        const [x, w] = [normal([2, 8, 8, 2], 1), normal([3, 3, 2, 2], 2)];
        const weights = normal(convolutions[kind](x, w, 'same', [2, 2]).shape, 3);
        const loss = (a: tf.Tensor, b: tf.Tensor) =>
          convolutions[kind](a, b, 'same', [2, 2]).mul(weights).sum() as tf.Scalar;
        const gradients = tf.grads(loss)([x, w]);
        for (const which of [0, 1] as const)
          for (const place of [0, 7, 20]) {
            const gradient = gradients[which]!.dataSync()[place]!;
            const moved = (by: number) => {
              const values = [x, w].map((tensor) => tensor.dataSync().slice());
              values[which]![place]! += by;
              const [a, b] = [tf.tensor(values[0]!, x.shape), tf.tensor(values[1]!, w.shape)];
              return loss(a, b).dataSync()[0]!;
            };
            // The loss is linear in each of both, so a large step is exact up to rounding.
            expect((moved(1) - moved(-1)) / 2, `${kind} on ${backend}, ${which}, ${place}`).toBeCloseTo(gradient, 2);
          }
        return [];
      });
    }
});

test('a dilated convolution in three dimensions has gradients', async () => {
  await expectSame('conv3d', () => {
    const [x, w] = [normal([1, 7, 7, 7, 2], 1), normal([2, 2, 2, 2, 3], 2)];
    const f = (a: tf.Tensor, b: tf.Tensor) =>
      tf.conv3d(a as tf.Tensor5D, b as tf.Tensor5D, 1, 'valid', 'NDHWC', [2, 2, 2]);
    const y = f(x, w);
    return [y, ...tf.grads(f)([x, w], normal(y.shape, 3))];
  });
});
