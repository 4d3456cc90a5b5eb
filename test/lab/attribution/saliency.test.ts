import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cpu, leftBy, onStage, type Recorder } from '../on-stage';
import { copyOf, differences, expectClose, smallNet } from '../small-nets';

beforeAll(cpu);

function heat({ only }: Recorder): Float32Array {
  return only('overlay').heats[0]?.values ?? new Float32Array();
}

describe('saliency', () => {
  it('is the absolute value of the logit’s slope at each pixel', () => {
    const recorder = onStage();
    const model = smallNet();
    const linear = copyOf(model, smallNet('linear'));
    const image = tf.randomNormal([8, 8, 1]);
    recorder.verbs.saliency(model, image, { class: 1 });
    const logit = (x: tf.Tensor): number => (linear.predict(x.expandDims(0)) as tf.Tensor).dataSync()[1] ?? NaN;
    expectClose(heat(recorder), differences(logit, image, 1e-3).map(Math.abs), 2);
    expect(recorder.only('overlay').image).toMatchObject({ width: 8, height: 8, channels: 1 });
  });

  it('takes the largest of the channels', () => {
    const recorder = onStage();
    const model = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [2, 2, 3] }), tf.layers.dense({ units: 2, activation: 'softmax' })],
    });
    recorder.verbs.saliency(model, tf.ones([2, 2, 3]), { class: 0 });
    const kernel = model.layers[1]?.getWeights()[0]?.slice([0, 0], [-1, 1]).reshape([2, 2, 3]);
    expectClose(heat(recorder), kernel?.abs().max(2).dataSync() ?? [], 6);
  });

  it('of noisy copies is the mean of their slopes', () => {
    const recorder = onStage();
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 1, kernelSize: 1, useBias: false, activation: 'tanh', inputShape: [1, 2, 1], weights: [tf.tensor4d([2], [1, 1, 1, 1])] }), // prettier-ignore
        tf.layers.flatten(),
        tf.layers.dense({ units: 2, weights: [tf.tensor2d([[1, 0], [0, 1]]), tf.zeros([2])] }), // prettier-ignore
      ],
    });
    recorder.verbs.saliency(model, tf.tensor3d([0, 1], [1, 2, 1]), { class: 0, copies: 4000, noise: 0.5 });
    // E[2 / cosh²(2ε)] with ε from a normal distribution of σ = 0.5, by the trapezoid rule.
    let mean = 0;
    for (let e = -4; e <= 4; e += 0.01) mean += (2 / Math.cosh(2 * e) ** 2) * Math.exp((-e * e) / 0.5) * 0.01;
    mean /= Math.sqrt(2 * Math.PI) * 0.5;
    expect(heat(recorder)[0]).toBeCloseTo(mean, 1);
    expect(heat(recorder)[1]).toBe(0);
    expect(recorder.only('overlay').facts[1]).toBe('mean of 4,000 noisy copies, noise 0.5 of the range');
  });

  it('leaves nothing in memory, and says what is wrong', async () => {
    const { verbs } = onStage();
    const model = smallNet();
    const image = tf.randomNormal([1, 8, 8, 1]);
    expect(await leftBy(() => verbs.saliency(model, image, { copies: 3 }))).toBe(0);
    expect(() => verbs.saliency(model, image, { copies: -1 })).toThrow(/`copies` must be a whole number/);
    expect(() => verbs.saliency(model, image, { noise: -1 })).toThrow(/`noise` must be a number, 0 or more/);
    expect(() => verbs.saliency(model, image, { class: -1 })).toThrow(/no class -1/);
  });
});
