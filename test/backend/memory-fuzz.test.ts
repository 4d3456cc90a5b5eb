import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/backend';
import { guardMemory, type GuardedMemory } from './guarded-memory';
import { nodeFiles } from './node-files';
import { normal } from './on-both';

let guarded: GuardedMemory;
beforeAll(async () => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
  guarded = guardMemory(tf.backend() as BackendWasm);
});
afterAll(() => guarded.end());

let now = '';

/** Runs an operation with its gradients. What it refuses in words is no fault; what it writes outside of its tensors is. */
function attempt(run: () => tf.Tensor | tf.Tensor[]): void {
  tf.tidy(() => {
    try {
      for (const tensor of [run()].flat()) tensor.dataSync();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError)
        throw Object.assign(error, { message: `${error.message}: ${now}` });
    }
  });
}
const withGradients = (f: (...inputs: tf.Tensor[]) => tf.Tensor, inputs: tf.Tensor[]): tf.Tensor[] => {
  const y = f(...inputs);
  return [y, ...tf.grads(f)(inputs, normal(y.shape, 9))];
};

const sizes = [0, 1, 2, 3, 7, 8, 33];
const pads = ['valid', 'same', 0, 1, 3] as const;
const windows: [number, number][] = [
  [1, 1],
  [3, 1],
  [1, 4],
  [2, 3],
  [5, 5],
];
const strides: [number, number][] = [
  [1, 1],
  [2, 2],
  [3, 1],
];

describe('no shape makes a kernel write outside of its tensors', () => {
  test('convolutions', { timeout: 300_000 }, () => {
    for (const batch of [0, 1, 3])
      for (const [height, width] of [
        [1, 1],
        [5, 8],
        [8, 8],
        [0, 4],
      ] as const)
        for (const [channels, out] of [
          [0, 3],
          [1, 1],
          [3, 5],
          [8, 64],
          [5, 0],
        ] as const)
          for (const window of windows)
            for (const [at, stride] of strides.entries()) {
              const pad = pads[(at + batch + height) % pads.length]!;
              const x = (): tf.Tensor4D => normal([batch, height, width, channels], 1) as tf.Tensor4D;
              attempt(() =>
                withGradients(
                  (a, b) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad),
                  [x(), normal([...window, channels, out], 2)],
                ),
              );
              attempt(() =>
                withGradients(
                  (a, b) => tf.depthwiseConv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad),
                  [x(), normal([...window, channels, 2], 2)],
                ),
              );
              now = `[${batch}, ${height}, ${width}, ${channels}] ${window} ${stride} ${pad}`;
              for (const pool of [tf.maxPool, tf.avgPool])
                attempt(() => withGradients((a) => pool(a as tf.Tensor4D, window, stride, pad), [x()]));
              expect(
                guarded.damage(),
                `[${batch}, ${height}, ${width}, ${channels}] ∗ [${window}, ${out}] ${stride} ${pad}`,
              ).toBe(0);
            }
  });

  test('the filter of a Winograd convolution over no picture', () => {
    for (const channels of [8, 16, 64])
      attempt(() =>
        withGradients(
          (a, b) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, 1, 'same'),
          [normal([0, 8, 8, channels], 1), normal([3, 3, channels, 64], 2)],
        ),
      );
    expect(guarded.damage()).toBe(0);
  });

  test('pooling in three dimensions', () => {
    for (const batch of [0, 1, 2])
      for (const side of [1, 4, 5])
        for (const pad of ['valid', 'same'] as const)
          for (const size of [1, 2, 3])
            for (const pool of [tf.maxPool3d, tf.avgPool3d]) {
              const x = normal([batch, side, side + 1, 4, 3], 1);
              attempt(() => withGradients((a) => pool(a as tf.Tensor5D, size, 2, pad), [x]));
              expect(guarded.damage(), `[${batch}, ${side}] ${size} ${pad}`).toBe(0);
            }
  });

  test('products of matrices', () => {
    const sides = [0, 1, 3, 8, 33];
    for (const rows of sides)
      for (const depth of sides)
        for (const columns of sides)
          for (const [outerA, outerB] of [
            [[], []],
            [[2], [2]],
            [
              [2, 1],
              [1, 3],
            ],
            [[0], [1]],
            [[3], []],
          ] as const) {
            const turned = (rows + depth + columns) % 2 === 1;
            const a = normal([...outerA, rows, depth], 1);
            const b = normal(turned ? [...outerB, columns, depth] : [...outerB, depth, columns], 2);
            attempt(() => withGradients((x, y) => tf.matMul(x, y, false, turned), [a, b]));
            attempt(() => tf.matMul(a.toInt(), b.toInt(), false, turned));
            const bias = normal([columns], 3);
            for (const activation of ['linear', 'relu', 'elu', 'sigmoid'] as const)
              attempt(() => tf.fused.matMul({ a, b, transposeB: turned, bias, activation }));
            expect(guarded.damage(), `[${outerA}, ${rows}, ${depth}] · [${outerB}, ${depth}, ${columns}]`).toBe(0);
          }
  });

  test('sums, gathering and normalization', () => {
    for (const rows of sizes)
      for (const channels of sizes) {
        const x = normal([rows, channels], 1);
        attempt(() => withGradients((a) => a.sum(0), [x]));
        attempt(() => withGradients((a, b) => a.add(b).relu(), [x, normal([channels], 2)]));
        attempt(() => x.gather(tf.tensor1d([0, rows - 1], 'int32')));
        attempt(() => tf.unsortedSegmentSum(x, tf.zeros([rows], 'int32'), 3));
        attempt(() => {
          const layer = tf.layers.batchNormalization();
          const y = layer.apply(x, { training: true }) as tf.Tensor;
          return [y, layer.apply(x) as tf.Tensor];
        });
        expect(guarded.damage(), `[${rows}, ${channels}]`).toBe(0);
      }
  });

  test('optimizers that meet a variable of another size', () => {
    const make = [
      () => tf.train.adam(0.1),
      () => tf.train.momentum(0.1, 0.9),
      () => tf.train.sgd(0.1),
      () => tf.train.rmsprop(0.1, 0.9, 0.5, 1e-7, true),
    ];
    for (const optimizer of make.map((one) => one()))
      for (const size of [4, 1, 100, 0, 33, 100_000, 7]) {
        const variable = tf.variable(tf.zeros([size]));
        attempt(() => {
          optimizer.applyGradients([{ name: variable.name, tensor: tf.ones([size]) }] as never);
          return variable.clone();
        });
        variable.dispose();
        expect(guarded.damage(), `${optimizer.getClassName()} ${size}`).toBe(0);
      }
  });
});
