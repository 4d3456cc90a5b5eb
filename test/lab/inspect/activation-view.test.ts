import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { asKind, cpu, leftBy, onStage } from '../on-stage';
import { expectClose, smallNet } from '../small-nets';

beforeAll(cpu);

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const curves: Record<string, [(x: number) => number, (x: number) => number]> = {
  relu: [(x) => Math.max(0, x), (x) => (x > 0 ? 1 : 0)],
  sigmoid: [sigmoid, (x) => sigmoid(x) * (1 - sigmoid(x))],
  tanh: [Math.tanh, (x) => 1 - Math.tanh(x) ** 2],
  elu: [(x) => (x > 0 ? x : Math.expm1(x)), (x) => (x > 0 ? 1 : Math.exp(x))],
  swish: [(x) => x * sigmoid(x), (x) => sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x))],
  softplus: [(x) => Math.log1p(Math.exp(x)), sigmoid],
};

describe('activationView of a name', () => {
  it.each(Object.entries(curves))('draws %s and its slope', (name, [f, slope]) => {
    const { verbs, only } = onStage();
    verbs.activationView(name);
    const { xs, ys, slopes, title } = only('activation');
    expect(title).toBe(name);
    expect([xs[0], xs.at(-1)]).toEqual([-5, 5]);
    expect(xs.includes(0)).toBe(false);
    expectClose(ys, xs.map(f), 4);
    expectClose(slopes, xs.map(slope), 4);
  });

  it('knows all that tfjs has, and layers that are activations', () => {
    for (const name of ['gelu', 'gelu_new', 'hardSigmoid', 'linear', 'mish', 'relu6', 'selu', 'softsign']) {
      const { verbs, only } = onStage();
      verbs.activationView(name);
      expect(only('activation').ys.every(Number.isFinite)).toBe(true);
    }
    const { verbs, only } = onStage();
    verbs.activationView(tf.layers.leakyReLU({ alpha: 0.25 }));
    const { xs, ys, name } = only('activation');
    expect(name).toBe('LeakyReLU');
    expectClose(ys, xs.map((x) => (x > 0 ? x : x / 4)), 5); // prettier-ignore
  });

  it('says what is wrong', () => {
    const { verbs } = onStage();
    const view =
      (...values: unknown[]): (() => void) =>
      () =>
        verbs.activationView(...(values as [string]));
    expect(view('reul')).toThrow(/no activation 'reul'.*There are: elu, gelu/);
    expect(view('softmax')).toThrow(/no activation 'softmax'/);
    expect(view(3)).toThrow(/name of an activation, a layer or a model first, not 3/);
    expect(view(tf.layers.flatten({ name: 'f' }))).toThrow(/f is a Flatten layer without/);
    const model = smallNet();
    const images = tf.ones([2, 8, 8, 1]);
    expect(view(model)).toThrow(/image as a tensor second, not undefined/);
    expect(view(model, images, 'out')).toThrow(/out ends with softmax/);
    expect(view(model, images, 'norm')).toThrow(/norm is a BatchNormalization layer without/);
    expect(view(model, tf.ones([2, 8, 9, 1]))).toThrow(/shape \[2, 8, 9, 1\]/);
  });
});

describe('activationView of a layer in a model', () => {
  it('shows the inputs and outputs of the activation, and which channels are dead', () => {
    const { verbs, only } = onStage();
    const model = smallNet();
    const [kernel] = model.getLayer('conv1').getWeights();
    model.getLayer('conv1').setWeights([kernel as tf.Tensor, tf.tensor1d([0, -99, 0])]);
    const images = tf.randomNormal<tf.Rank.R4>([5, 8, 8, 1]);
    verbs.activationView(model, images);
    const { title, inputs, maps, omitted, facts, xs } = only('activation');
    expect(title).toBe('relu of conv1');
    const before = tf.conv2d(images, kernel as tf.Tensor4D, 1, 'same').add([0, -99, 0]);
    const values = before.dataSync();
    expect(inputs?.low).toBeCloseTo(Math.min(...values), 4);
    expect(inputs?.counts.reduce((sum, count) => sum + count)).toBe(5 * 8 * 8 * 3);
    expect(omitted).toBe(0);
    maps.forEach((pair, channel) => {
      const own = values.filter((_, at) => at < 192 && at % 3 === channel);
      expectClose(pair.before.values, own, 4);
      expectClose(pair.after.values, own.map((x) => Math.max(0, x)), 4); // prettier-ignore
    });
    expect(maps.map(({ after }) => after.title)).toEqual(['channel 0', 'channel 1 · dead', 'channel 2']);
    const flat = values.filter((x) => x <= 0).length / values.length;
    expect(facts[0]).toBe('dead: 1 of 3 channels, slope 0 everywhere on these 5 images');
    expect(facts[1]).toBe(`slope 0 at ${Number((flat * 100).toFixed(1))} % of all values`);
    expect(facts).toHaveLength(3);
    // Real inputs reach to −99: the curve does not.
    expect(xs.at(-1)).toBe(12);
  });

  it('takes activation layers and dense ones, and says what is saturated', () => {
    const recorder = onStage();
    const model = tf.sequential({
      layers: [tf.layers.dense({ units: 2, activation: 'sigmoid', inputShape: [1] }), tf.layers.prelu()],
    });
    model.layers[0]?.setWeights([tf.tensor2d([[1, 0]]), tf.zeros([2])]);
    model.layers[1]?.setWeights([tf.tensor1d([0.5, 0])]);
    const inputs = tf.tensor2d([-10, -1, 1, 10], [4, 1]);
    recorder.verbs.activationView(model, inputs, 0);
    recorder.verbs.activationView(model, inputs, 1);
    const [dense, prelu] = recorder.shown().map((output) => asKind(output, 'activation'));
    expect(dense?.facts[0]).toBe('dead: 0 of 2 channels, slope 0 everywhere on these 4 images');
    // Two of eight numbers are ±10; σ′ at 0 and ±1 is far above a twentieth of ¼.
    expect(dense?.facts[2]).toBe('saturated: slope below 5 % of the largest at 25 % of all values');
    expect(dense?.maps).toEqual([]);
    // What comes into the PReLU layer is what the sigmoid gives.
    expect([prelu?.inputs?.low, prelu?.inputs?.high].map((end) => end?.toFixed(3))).toEqual(['0.000', '1.000']);
    expectClose(prelu?.ys ?? [], prelu?.xs.map((x) => (x > 0 ? x : x / 4)) ?? [], 4);
  });

  it('takes the input of a layer that is an activation and nothing else', () => {
    const { verbs, only } = onStage();
    const model = tf.sequential({ layers: [tf.layers.reLU({ inputShape: [1, 2, 1] })] });
    verbs.activationView(model, tf.tensor4d([-3, 2], [1, 1, 2, 1]));
    const [pair] = only('activation').maps;
    expect([[...(pair?.before.values ?? [])], [...(pair?.after.values ?? [])]]).toEqual([[-3, 2], [0, 2]]); // prettier-ignore
    expect(pair?.before.scale).toBe('diverging');
  });

  it('draws no more maps than were asked for, and counts the rest', () => {
    const { verbs, only } = onStage();
    verbs.activationView(smallNet(), tf.randomNormal([2, 8, 8, 1]), 'conv1', { limit: 2 });
    const { maps, omitted } = only('activation');
    expect(maps.map(({ before }) => before.title)).toEqual(['channel 0', 'channel 1']);
    expect(omitted).toBe(1);
  });

  it('leaves nothing in memory and the reader’s model as it was', async () => {
    const { verbs } = onStage();
    const model = smallNet();
    const images = tf.randomNormal([2, 8, 8, 1]);
    const before = (model.predict(images) as tf.Tensor).dataSync();
    expect(await leftBy(() => verbs.activationView(model, images, 'relu'))).toBe(0);
    expect(await leftBy(() => verbs.activationView('gelu'))).toBe(0);
    expect((model.predict(images) as tf.Tensor).dataSync()).toEqual(before);
  });
});
