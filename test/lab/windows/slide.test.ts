import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { activations } from '../../../src/lab/model/activation-name';
import { convolve, finish, pool, type Stack } from '../../../src/lab/windows/slide';
import { windowAxis, type Padding } from '../../../src/lab/windows/window-axis';
import type { ActivationName } from '../../../src/protocol';
import { cpu } from '../on-stage';

beforeAll(cpu);

/** [1, h, w, c] as planes. */
function stackOf(tensor: tf.Tensor): Stack {
  const [, height = 0, width = 0, count = 0] = tensor.shape;
  const values = Float32Array.from(tensor.transpose([0, 3, 1, 2]).dataSync());
  return { count, height, width, values };
}

function expectSame(got: Stack, wanted: tf.Tensor): void {
  const { count, height, width, values } = stackOf(wanted);
  expect([got.count, got.height, got.width]).toEqual([count, height, width]);
  const worst = values.reduce((most, value, at) => Math.max(most, Math.abs(value - (got.values[at] ?? NaN))), 0);
  expect(worst).toBeLessThan(1e-5);
}

const axes = (
  image: tf.Tensor4D,
  kernel: [number, number],
  stride: [number, number],
  dilation: number,
  padding: Padding,
) => ({
  rows: windowAxis(image.shape[1], { size: kernel[0], stride: stride[0], dilation, padding }),
  columns: windowAxis(image.shape[2], { size: kernel[1], stride: stride[1], dilation, padding }),
});

const sizes: [number, number][] = [[5, 5], [6, 9], [7, 4], [12, 11]]; // prettier-ignore
const kernels: [number, number][] = [[1, 1], [2, 2], [3, 3], [2, 4], [4, 1]]; // prettier-ignore
const strides: [number, number][] = [[1, 1], [2, 2], [3, 1], [1, 2]]; // prettier-ignore
const paddings: Padding[] = ['valid', 'same'];

describe('a window does what TensorFlow does', () => {
  const cases = sizes.flatMap((size) =>
    kernels.flatMap((kernel) =>
      strides.flatMap((stride) => paddings.map((padding) => ({ size, kernel, stride, padding }))),
    ),
  );

  it('in convolutions, for any size, stride and padding', () => {
    for (const { size, kernel, stride, padding } of cases) {
      tf.tidy(() => {
        const image = tf.randomNormal<tf.Rank.R4>([1, ...size, 3]);
        const weights = tf.randomNormal<tf.Rank.R4>([...kernel, 3, 4]);
        const window = axes(image, kernel, stride, 1, padding);
        const got = convolve(stackOf(image), Float32Array.from(weights.dataSync()), { ...window, depthwise: false });
        expectSame(got, tf.conv2d(image, weights, stride, padding));
      });
    }
  });

  it('in depthwise convolutions, whose outputs are ordered channel by channel', () => {
    for (const { size, kernel, stride, padding } of cases.filter(({ stride: [a, b] }) => a === b)) {
      tf.tidy(() => {
        const image = tf.randomNormal<tf.Rank.R4>([1, ...size, 3]);
        const weights = tf.randomNormal<tf.Rank.R4>([...kernel, 3, 2]);
        const window = axes(image, kernel, stride, 1, padding);
        const got = convolve(stackOf(image), Float32Array.from(weights.dataSync()), { ...window, depthwise: true });
        expectSame(got, tf.depthwiseConv2d(image, weights, stride, padding));
      });
    }
  });

  it('with dilation', () => {
    for (const dilation of [2, 3]) {
      for (const padding of paddings) {
        tf.tidy(() => {
          const image = tf.randomNormal<tf.Rank.R4>([1, 9, 12, 2]);
          const weights = tf.randomNormal<tf.Rank.R4>([3, 2, 2, 3]);
          const window = axes(image, [3, 2], [1, 1], dilation, padding);
          const values = Float32Array.from(weights.dataSync());
          expectSame(
            convolve(stackOf(image), values, { ...window, depthwise: false }),
            tf.conv2d(image, weights, 1, padding, 'NHWC', dilation),
          );
          expectSame(
            convolve(stackOf(image), values, { ...window, depthwise: true }),
            tf.depthwiseConv2d(image, weights, 1, padding, 'NHWC', dilation),
          );
        });
      }
    }
  });

  it('in pooling, where padding never counts', () => {
    for (const { size, kernel, stride, padding } of cases) {
      tf.tidy(() => {
        // All below zero: a padding of zero would win every maximum.
        const image = tf.randomUniform<tf.Rank.R4>([1, ...size, 2], -2, -1);
        const window = axes(image, kernel, stride, 1, padding);
        expectSame(pool(stackOf(image), 'max', window), tf.maxPool(image, kernel, stride, padding));
        expectSame(pool(stackOf(image), 'average', window), tf.avgPool(image, kernel, stride, padding));
      });
    }
  });

  it('with the padding where TensorFlow puts it', () => {
    const same = (length: number, size: number, stride: number): number[] => {
      const { before, after, outputs } = windowAxis(length, { size, stride, dilation: 1, padding: 'same' });
      return [before, after, outputs];
    };
    expect(same(5, 2, 1)).toEqual([0, 1, 5]);
    expect(same(5, 4, 1)).toEqual([1, 2, 5]);
    expect(same(6, 3, 2)).toEqual([0, 1, 3]);
    expect(same(7, 3, 2)).toEqual([1, 1, 4]);
    expect(windowAxis(2, { size: 3, stride: 1, dilation: 1, padding: 'valid' }).outputs).toBe(0);
  });
});

describe('a finished output', () => {
  it.each(Object.keys(activations) as ActivationName[])('adds the bias and applies %s', (activation) => {
    tf.tidy(() => {
      const image = tf.randomNormal([1, 4, 5, 3], 0, 3);
      const bias = Float32Array.from([1, -2, 0.5]);
      const layer = tf.layers.activation({ activation });
      expectSame(finish(stackOf(image), bias, activation), layer.apply(image.add(tf.tensor1d(bias))) as tf.Tensor);
    });
  });

  it('is the sum itself without either', () => {
    const sums = { count: 1, height: 1, width: 2, values: Float32Array.from([1, -1]) };
    expect(finish(sums, undefined, undefined)).toEqual(sums);
  });
});
