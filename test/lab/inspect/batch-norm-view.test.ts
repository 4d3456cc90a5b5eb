import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { histogramOf } from '../../../src/lab/values/histogram';
import { cpu, leftBy, onStage } from '../on-stage';
import { smallNet } from '../small-nets';

beforeAll(cpu);

function valuesBefore(model: tf.LayersModel, images: tf.Tensor): tf.Tensor {
  const part = tf.model({ inputs: model.inputs, outputs: model.getLayer('conv2').output as tf.SymbolicTensor });
  return part.predict(images) as tf.Tensor;
}

describe('batchNormView', () => {
  it('knows both statistics, γ and β: they reproduce the layer’s output', () => {
    const { verbs, only } = onStage();
    const model = smallNet();
    const images = tf.randomNormal([6, 8, 8, 1]);
    verbs.batchNormView(model, images);
    const { channels, epsilon, images: count, title } = only('batch-norm');
    expect([channels.length, count, epsilon, title]).toEqual([4, 6, 1e-3, 'Batch normalization norm']);

    const before = valuesBefore(model, images);
    const inference = (model.getLayer('norm').apply(before, { training: false }) as tf.Tensor).reshape([-1, 4]).arraySync() as number[][]; // prettier-ignore
    const numbers = before.reshape([-1, 4]).arraySync() as number[][];
    channels.forEach(({ values, batch, moving, gamma, beta }, channel) => {
      const own = numbers.map((row) => row[channel] ?? NaN);
      const mean = own.reduce((sum, x) => sum + x, 0) / own.length;
      expect(batch.mean).toBeCloseTo(mean, 5);
      expect(batch.variance).toBeCloseTo(own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / own.length, 5);
      own.forEach((x, at) => {
        const y = (gamma * (x - moving.mean)) / Math.sqrt(moving.variance + epsilon) + beta;
        expect(y).toBeCloseTo(inference[at]?.[channel] ?? NaN, 4);
      });
      expect(values.counts.reduce((sum, bin) => sum + bin)).toBe(6 * 9);
      expect([values.low, values.high]).toEqual([Math.fround(Math.min(...own)), Math.fround(Math.max(...own))]);
    });
  });

  it('works without γ or β, on vectors, and shows no more channels than asked for', () => {
    const { verbs, only } = onStage();
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: 3, inputShape: [2] }),
        tf.layers.batchNormalization({ center: false, epsilon: 0.5 }),
      ],
    });
    model.layers[1]?.setWeights([tf.tensor1d([2, 3, 4]), tf.tensor1d([5, 6, 7]), tf.tensor1d([8, 9, 10])]);
    verbs.batchNormView(model, tf.randomNormal([10, 2]), -1, { limit: 2, statistics: 'moving' });
    const { channels, omitted, epsilon, statistics } = only('batch-norm');
    expect([channels.length, omitted, epsilon, statistics]).toEqual([2, 1, 0.5, 'moving']);
    expect(channels[1]).toMatchObject({ gamma: 3, beta: 0, moving: { mean: 6, variance: 9 } });
  });

  it('leaves nothing in memory, and says what is wrong', async () => {
    const { verbs } = onStage();
    const model = smallNet();
    const images = tf.randomNormal([2, 8, 8, 1]);
    expect(await leftBy(() => verbs.batchNormView(model, images))).toBe(0);
    expect(() => verbs.batchNormView(model, images, 'conv1')).toThrow(/conv1 is a Conv2D layer.*the model has: norm/);
    expect(() => verbs.batchNormView(model, tf.ones([8, 8, 1]))).toThrow(/shape \[8, 8, 1\]/);
    const bare = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    expect(() => verbs.batchNormView(bare, tf.ones([1, 2]))).toThrow(/has no BatchNormalization layer/);
  });
});

describe('a histogram', () => {
  it('counts from the smallest to the largest value, NaN left out', () => {
    expect(histogramOf([0, 1, 1.9, 2, 4, NaN, Infinity], 4)).toEqual({ low: 0, high: 4, counts: [1, 2, 1, 1] });
    expect(histogramOf([3, 3], 2)).toEqual({ low: 2.5, high: 3.5, counts: [0, 2] });
  });
});
