import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../src/backend';
import { nodeFiles } from '../backend/node-files';
import { normal } from '../backend/on-both';

// Fails where two entries of `inOrder` in src/tfjs-repairs/install-repairs.ts that replace the same method change places.

beforeAll(() => startBackend({ files: nodeFiles(), preferred: 'wasm' }));

const backends = ['wasm', 'cpu'] as const;
const inTraining = { training: true };

/** Batch normalization over `axis` of weights other than those it starts with, its two averages among them. */
function normalization(
  options: { axis?: number; scale?: boolean; center?: boolean },
  shape: number[],
): tf.layers.Layer {
  const layer = tf.layers.batchNormalization(options);
  layer.build(shape);
  layer.setWeights(
    layer.getWeights().map((weight, index) =>
      normal(weight.shape, index + 1)
        .abs()
        .add(0.5),
    ),
  );
  return layer;
}

const valuesOf = (tensors: tf.Tensor[]): number[][] => tensors.map((tensor) => [...tensor.dataSync()]);

describe.each(backends)('on %s, a batch normalization', (backend) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  const shape = [3, 4, 4, 5];

  it('that is frozen normalizes by its averages in training, and keeps them', () => {
    const layer = normalization({}, shape);
    layer.trainable = false;
    const before = valuesOf(layer.getWeights());
    const x = normal(shape, 9);
    expect(valuesOf([layer.apply(x, inTraining) as tf.Tensor])).toEqual(valuesOf([layer.apply(x) as tf.Tensor]));
    expect(valuesOf(layer.getWeights())).toEqual(before);
  });

  it('that is frozen and has no scale does so too', () => {
    const layer = normalization({ scale: false }, shape);
    layer.trainable = false;
    const x = normal(shape, 9);
    expect(valuesOf([layer.apply(x, inTraining) as tf.Tensor])).toEqual(valuesOf([layer.apply(x) as tf.Tensor]));
  });

  it.each([
    { scale: false },
    { center: false },
    { scale: false, center: false },
    // Over another axis tfjs has no gradient, with weights or without.
    { scale: false, center: false, axis: 1 },
  ])('with %o trains as one with scale 1 and offset 0', (options) => {
    const { axis = -1 } = options;
    const x = normal(shape, 9);
    const results = (given: object) => {
      const layer = tf.layers.batchNormalization(given);
      layer.build(shape);
      const call = (at: tf.Tensor) => layer.apply(at, inTraining) as tf.Tensor;
      const gradients = axis === -1 ? [tf.grad(call)(x, normal(shape, 4))] : [];
      return valuesOf([call(x), ...gradients, ...layer.getWeights().slice(-2)]);
    };
    expect(results(options)).toEqual(results({ axis }));
  });
});

it('a dilated convolution of a layer is one fused kernel on wasm, also in training', async () => {
  await tf.setBackend('wasm');
  const layer = tf.layers.conv2d({ filters: 4, kernelSize: 3, dilationRate: 2 });
  const x = normal([2, 9, 9, 3], 1);
  layer.build(x.shape);
  const { kernelNames } = await tf.profile(() => tf.grad((at: tf.Tensor) => layer.apply(at) as tf.Tensor)(x));
  expect(kernelNames).toContain('FusedConv2D');
  expect(kernelNames).not.toContain('Conv2D');
});
