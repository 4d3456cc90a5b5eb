import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/backend';
import { nodeFiles } from './node-files';
import { normal } from './on-both';

// Where the cpu backend itself is wrong, or every backend was: all of these are linear, so a large step is exact up to rounding.

beforeAll(async () => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
});

const average = (size: [number, number], stride: number, pad: 'same' | 'valid' | number) => (x: tf.Tensor4D) =>
  tf.avgPool(x, size, stride, pad);

test.each<{ name: string; shape: [number, number, number, number]; f: (x: tf.Tensor4D) => tf.Tensor; on?: string[] }>([
  {
    name: 'resizing to the nearest of a batch',
    shape: [2, 3, 3, 2],
    f: (x) => tf.image.resizeNearestNeighbor(x, [6, 9]),
  },
  {
    name: 'bilinear resizing of what is not square',
    shape: [2, 8, 9, 2],
    f: (x) => tf.image.resizeBilinear(x, [5, 4]),
  },
  { name: 'average pooling at a border', shape: [2, 5, 6, 3], f: average([3, 2], 2, 'same'), on: ['cpu', 'wasm'] },
  {
    name: 'average pooling with a number as padding',
    shape: [1, 5, 5, 1],
    f: average([3, 3], 1, 1),
    on: ['cpu', 'wasm'],
  },
])('the gradient of $name is that of finite differences', async ({ shape, f, on = ['wasm'] }) => {
  for (const backend of on) {
    await tf.setBackend(backend);
    tf.tidy(() => {
      const x = normal(shape, 1) as tf.Tensor4D;
      const weights = normal(f(x).shape, 2);
      const loss = (at: tf.Tensor) =>
        f(at as tf.Tensor4D)
          .mul(weights)
          .sum() as tf.Scalar;
      const [gradient, values] = [tf.grad(loss)(x).dataSync(), x.dataSync()];
      for (let place = 0; place < values.length; place += 5) {
        const moved = (by: number): number => {
          const others = values.slice();
          others[place]! += by;
          return loss(tf.tensor(others, shape)).dataSync()[0]!;
        };
        expect((moved(1) - moved(-1)) / 2, `place ${place} on ${backend}`).toBeCloseTo(gradient[place]!, 3);
      }
    });
  }
});
