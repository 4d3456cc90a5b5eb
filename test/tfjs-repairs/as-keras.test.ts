import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../src/backend';
import { cellTf } from '../../src/kernel/cell-tf';
import { nodeFiles } from '../backend/node-files';
import { expectClose, readKeras, unpack, type Packed } from '../keras-fixtures';

interface OptimizerCase {
  optimizer: string;
  options: Record<string, number>;
  schedule?: [string, Record<string, unknown>];
  weights: Packed[];
  gradients: Packed[][];
  weightsAfter: Packed[];
}
interface Trained {
  input: Packed;
  truth: Packed;
  weights: Packed[];
}

const backends = ['wasm', 'cpu'] as const;
/** `tf` as cells have it, with what its types do not know. */
let cells: typeof tf & { train: Record<string, (...options: unknown[]) => tf.Optimizer> };
beforeAll(async () => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
  cells = cellTf() as unknown as typeof cells;
});

const scheduleOf = ({ schedule }: OptimizerCase): ((step: number) => number) | undefined => {
  const schedules = Reflect.get(cells.train, 'schedules') as unknown as Record<
    string,
    (options: unknown) => (step: number) => number
  >;
  return schedule && schedules[schedule[0]]?.(schedule[1]);
};

describe.each(backends)('on %s', (backend) => {
  beforeAll(() => tf.setBackend(backend));

  it.each(readKeras<OptimizerCase[]>('further-optimizers'))(
    '$optimizer $options $schedule steps as in Keras',
    (one) => {
      const variables = one.weights.map((weight) => tf.variable(unpack(weight)));
      const learningRate = scheduleOf(one);
      const optimizer = cells.train[one.optimizer]!({ ...one.options, ...(learningRate && { learningRate }) });
      for (const gradients of one.gradients)
        optimizer.applyGradients(variables.map(({ name }, at) => ({ name, tensor: unpack(gradients[at]!) })));
      one.weightsAfter.forEach((weight, at) => expectClose(variables[at], weight));
    },
  );

  it.each([
    ['sgd', { learningRate: 0.01 }],
    ['momentum', { learningRate: 0.01, momentum: 0.9, useNesterov: false }],
    ['rmsprop', { learningRate: 0.001, decay: 0.9, momentum: 0 }],
    ['adam', { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }],
    ['adamw', { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }],
    ['adamax', { learningRate: 0.002, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }],
    ['adadelta', { learningRate: 0.001, rho: 0.95, epsilon: 1e-7 }],
    ['adagrad', { learningRate: 0.001, initialAccumulatorValue: 0.1 }],
  ])('%s has by default %o', (name, defaults) => {
    expect(cells.train[name]!({}).getConfig()).toMatchObject(defaults);
  });

  it('gradients that are integers count as what they are', () => {
    for (const name of ['sgd', 'momentum', 'adam', 'rmsprop']) {
      const step = (dtype: 'int32' | 'float32'): number | undefined => {
        const variable = tf.variable(tf.zeros([3]));
        const optimizer = cells.train[name]!({ learningRate: 0.1 });
        optimizer.applyGradients([{ name: variable.name, tensor: tf.tensor1d([2, 2, 2], dtype) }] as never);
        return variable.dataSync()[0];
      };
      expect(step('int32')).toBeCloseTo(step('float32')!, 5);
    }
  });

  it('an elu without alpha is that of Keras', () => {
    const layer = cells.layers.elu();
    expect((layer.apply(tf.tensor1d([-1, 2])) as tf.Tensor).dataSync()[0]).toBeCloseTo(Math.exp(-1) - 1, 5);
    const { className, ...config } = { className: 'ELU', ...layer.getConfig() };
    const loaded = tf.serialization.SerializationMap.getMap().classNameMap[className]![1](
      tf.layers.Layer as never,
      config as never,
    );
    expect(loaded).toMatchObject({ alpha: 1 });
  });

  it.each(readKeras<(Trained & { constraint: string; options: object; weightsAfter: Packed[] })[]>('constraints'))(
    'weights under $constraint are kept to it while they are trained',
    async ({ constraint, options, input, truth, weights, weightsAfter }) => {
      const make = Reflect.get(tf.constraints, constraint) as (options: object) => never;
      const model = cells.sequential({
        layers: [cells.layers.dense({ units: 3, inputShape: [4], kernelConstraint: make(options) })],
      });
      // setWeights() would already constrain them.
      model.weights.forEach((weight, at) => (weight.read() as tf.Variable).assign(unpack(weights[at]!)));
      model.compile({ optimizer: cells.train.sgd(0.2), loss: 'meanSquaredError' });
      for (let step = 0; step < 5; step += 1) await model.trainOnBatch(unpack(input), unpack(truth));
      weightsAfter.forEach((weight, at) => expectClose(model.getWeights()[at], weight));
    },
  );

  it.each(readKeras<{ loss: string; truth: Packed; guess: Packed; value: number }[]>('further-losses'))(
    '$loss is that of Keras',
    ({ loss, truth, guess, value }) => {
      const model = cells.sequential({
        layers: [cells.layers.activation({ activation: 'linear', inputShape: guess.shape.slice(1) })],
      });
      model.compile({ loss, optimizer: 'sgd' });
      const found = model.evaluate(unpack(guess), unpack(truth)) as tf.Scalar;
      expect(Math.abs((found.dataSync()[0] ?? NaN) - value)).toBeLessThan(1e-4);
    },
  );

  it('evaluate and validation count the penalties of regularizers', async () => {
    const { input, truth, weights, evaluated } = readKeras<Trained & { evaluated: number[] }>('penalties');
    const model = cells.sequential({
      layers: [cells.layers.dense({ units: 3, inputShape: [4], kernelRegularizer: tf.regularizers.l2({ l2: 0.1 }) })],
    });
    model.setWeights(weights.map(unpack));
    model.compile({ optimizer: cells.train.sgd(0), loss: 'meanSquaredError', metrics: ['meanAbsoluteError'] });
    const [x, y] = [unpack(input), unpack(truth)];
    const found = model.evaluate(x, y) as tf.Scalar[];
    evaluated.forEach((number, at) => expect(found[at]?.dataSync()[0]).toBeCloseTo(number, 4));
    const before = tf.memory().numTensors;
    const { history } = await model.fit(x, y, { batchSize: 6, validationData: [x, y] });
    expect(history['val_loss']?.[0]).toBeCloseTo(evaluated[0]!, 4);
    expect(history['loss']?.[0]).toBeCloseTo(evaluated[0]!, 4);
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each(readKeras<{ loss: string; options: object; truth: Packed; guess: Packed; value: number }[]>('smoothed'))(
    '$loss $options is that of Keras',
    ({ loss, options, truth, guess, value }) => {
      const make = Reflect.get(cells.losses, loss) as (
        options: object,
      ) => (truth: tf.Tensor, guess: tf.Tensor) => tf.Tensor;
      const model = cells.sequential({ layers: [cells.layers.activation({ activation: 'linear', inputShape: [4] })] });
      model.compile({ loss: make(options), optimizer: 'sgd' });
      const found = model.evaluate(unpack(guess), unpack(truth)) as tf.Scalar;
      expect(Math.abs((found.dataSync()[0] ?? NaN) - value)).toBeLessThan(1e-4);
    },
  );

  interface Weighted extends Trained {
    sampleWeight: Packed;
    classWeight: Record<string, number> | null;
    losses: number[];
    weightsAfter: Packed[];
  }
  it.each(readKeras<Weighted[]>('weighted'))(
    'examples count by sampleWeight, with classWeight $classWeight',
    async (one) => {
      const model = cells.sequential({
        layers: [cells.layers.dense({ units: 3, inputShape: [4], activation: 'softmax' })],
      });
      model.setWeights(one.weights.map(unpack));
      model.compile({ optimizer: cells.train.sgd(0.2), loss: 'categoricalCrossentropy' });
      const sampleWeight = unpack(one.sampleWeight);
      const { history } = await model.fit(unpack(one.input), unpack(one.truth), {
        ...{ batchSize: 6, epochs: 3, sampleWeight },
        ...(one.classWeight && { classWeight: one.classWeight as never }),
      });
      one.losses.forEach((loss, at) => expect(history['loss']?.[at]).toBeCloseTo(loss, 4));
      one.weightsAfter.forEach((weight, at) => expectClose(model.getWeights()[at], weight));
      expect(sampleWeight.isDisposed).toBe(false);
    },
  );

  it('accuracy among the k likeliest', () => {
    const { guess, classes, values } = readKeras<{ guess: Packed; classes: number[]; values: Record<string, number> }>(
      'ranked',
    );
    const metrics = cells.metrics as unknown as Record<
      string,
      (truth: tf.Tensor, guess: tf.Tensor, k: number) => tf.Tensor
    >;
    const [numbers, oneHot] = [tf.tensor1d(classes, 'int32'), tf.oneHot(tf.tensor1d(classes, 'int32'), 9)];
    for (const [k, value] of Object.entries(values)) {
      const share = (name: string, truth: tf.Tensor): number | undefined =>
        metrics[name]!(truth, unpack(guess), Number(k)).mean().dataSync()[0];
      expect(share('topKCategoricalAccuracy', oneHot)).toBeCloseTo(value, 5);
      expect(share('sparseTopKCategoricalAccuracy', numbers)).toBeCloseTo(value, 5);
      expect(share('sparseTopKCategoricalAccuracy', numbers.expandDims(-1).toFloat())).toBeCloseTo(value, 5);
    }
    const model = cells.sequential({ layers: [cells.layers.activation({ activation: 'linear', inputShape: [9] })] });
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy', metrics: ['topKCategoricalAccuracy'] });
    expect(model.metricsNames).toEqual(['loss', 'topKCategoricalAccuracy']);
    const [, among] = model.evaluate(unpack(guess), oneHot) as tf.Scalar[];
    expect(among?.dataSync()[0]).toBeCloseTo(values['5']!, 5);
  });
});
