import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../src/backend';
import { nodeFiles } from '../backend/node-files';

beforeAll(() => startBackend({ files: nodeFiles(), preferred: 'wasm' }));

const makers: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.1, 0.9),
  rmsprop: () => tf.train.rmsprop(0.1, 0.9, 0.5, 1e-7, true),
  adam: () => tf.train.adam(0.1),
  adamax: () => tf.train.adamax(0.1),
  adagrad: () => tf.train.adagrad(0.1),
  adadelta: () => tf.train.adadelta(0.1),
};

/** Steps with a gradient of ones, and what the variables are then. */
function steps(optimizer: tf.Optimizer, variables: tf.Variable[], count = 3): number[] {
  for (let step = 0; step < count; step += 1)
    tf.tidy(() =>
      optimizer.applyGradients(variables.map(({ name, shape }) => ({ name, tensor: tf.ones(shape) })) as never),
    );
  return variables.map((variable) => variable.dataSync()[0] ?? NaN);
}
const zeros = (...shapes: number[][]): tf.Variable[] =>
  tf.tidy(() => shapes.map((shape) => tf.variable(tf.zeros(shape))));

describe.each(['wasm', 'cpu'])('on %s', (backend) => {
  beforeAll(() => tf.setBackend(backend));

  describe.each(Object.keys(makers))('%s', (name) => {
    const make = makers[name]!;
    const anew = (shape: number[]): number => steps(make(), zeros(shape))[0]!;

    it.each([
      ['larger', [4], [100]],
      ['much larger', [4], [100_000]],
      ['smaller', [100], [4]],
      ['of the same shape', [4], [4]],
    ])('begins anew with a variable that is %s', (_, first, second) => {
      const optimizer = make();
      const [old] = zeros(first);
      steps(optimizer, [old!]);
      old!.dispose();
      // Whatever lies beside the slots in memory stays as it was.
      const beside = tf.fill([1_000], 7);
      expect(steps(optimizer, zeros(second))[0]).toBeCloseTo(anew(second), 5);
      expect(new Set(beside.dataSync())).toEqual(new Set([7]));
      beside.dispose();
    });

    it('frees the slots of variables that are gone', () => {
      const optimizer = make();
      const counts = [4, 9, 4, 4].map((size) => {
        const [variable] = zeros([size]);
        steps(optimizer, [variable!]);
        variable!.dispose();
        return tf.memory().numTensors;
      });
      expect(new Set(counts).size).toBe(1);
    });

    it('keeps each variable’s own slots where others are frozen, come or go', () => {
      const optimizer = make();
      const [a, b, c] = zeros([3], [2, 2], [5]) as [tf.Variable, tf.Variable, tf.Variable];
      steps(optimizer, [a, b]);
      steps(optimizer, [b]);
      steps(optimizer, [c, b, a]);
      const [alone] = steps(make(), zeros([2, 2]), 9);
      expect(b.dataSync()[0]).toBeCloseTo(alone!, 4);
    });

    // tfjs cannot save an Adamax.
    if (name === 'adamax') return;
    it('goes on with what was saved with a model', async () => {
      const optimizer = make();
      const variables = zeros([3], [2, 2]);
      steps(optimizer, variables);
      const saved = (await optimizer.getWeights()).map(({ name: of, tensor }) => ({
        name: of,
        tensor: tensor.clone(),
      }));
      const values = variables.map((variable) => variable.clone());
      const wanted = steps(optimizer, variables);
      const other = make();
      const copies = values.map((value) => tf.variable(value));
      await other.setWeights(saved as never);
      const found = steps(other, copies);
      wanted.forEach((value, at) => expect(found[at]).toBeCloseTo(value, 4));
    });
  });
});

it('a model that is made anew trains on, however large it has become', async () => {
  await tf.setBackend('wasm');
  const optimizer = tf.train.adam(0.01);
  const build = (filters: number): tf.Sequential => {
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters, kernelSize: 3, inputShape: [8, 8, 1] }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 2 }),
      ],
    });
    model.compile({ optimizer, loss: 'meanSquaredError' });
    return model;
  };
  for (const filters of [4, 64, 5]) {
    const { history } = await build(filters).fit(tf.ones([4, 8, 8, 1]), tf.ones([4, 2]), { epochs: 30 });
    expect(history['loss']?.at(-1)).toBeLessThan(Number(history['loss']?.[0]));
  }
  expect(tf.randomNormal([100, 100]).mean().dataSync()[0]).toBeCloseTo(0, 0);
});

it('layers may be frozen, and the model compiled again with the same optimizer', async () => {
  const optimizer = tf.train.adam(0.01);
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 40, inputShape: [3] }),
      tf.layers.dense({ units: 5 }),
      tf.layers.dense({ units: 50 }),
    ],
  });
  for (const trainable of [true, false, true]) {
    model.layers[0]!.trainable = trainable;
    model.compile({ optimizer, loss: 'meanSquaredError' });
    const first = (): number[] => Array.from(model.layers[0]!.getWeights()[0]!.dataSync());
    const before = first();
    await model.fit(tf.ones([4, 3]), tf.ones([4, 50]), { epochs: 2 });
    expect(first().some((value, at) => value !== before[at])).toBe(trainable);
  }
});
