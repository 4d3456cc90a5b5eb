import * as tf from '@tensorflow/tfjs';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellTf } from '../../src/kernel/cell-tf';
import { outputsOf, startNodeKernel, type NodeKernel } from '../kernel/node-kernel';

interface Packed {
  shape: number[];
  values: number[];
}
interface OptimizerCase {
  optimizer: string;
  options: Record<string, number>;
  schedule?: [string, Record<string, unknown>];
  weights: Packed[];
  gradients: Packed[][];
  weightsAfter: Packed[];
}
interface LossWeightsCase {
  lossWeights: number[];
  input: Packed;
  truth: Packed[];
  weights: Packed[];
  trained: number[];
  weightsAfter: Packed[];
  evaluated: number[];
}
interface LayerCase {
  layer: string;
  options: Record<string, never>;
  input: Packed;
  weights: Packed[];
  output: Packed;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/keras/${name}.json`, import.meta.url), 'utf8'));
const keras = read('repairs') as {
  optimizers: OptimizerCase[];
  lossWeights: LossWeightsCase[];
  frozen: { input: Packed; weights: Packed[]; output: Packed; weightsAfter: Packed[] };
  sparse: { labels: number[]; guess: Packed; value: number };
};
const layerCases = [...(read('depthwise') as LayerCase[]), ...(read('activations') as LayerCase[])];

const unpack = ({ values, shape }: Packed): tf.Tensor => tf.tensor(values, shape);
function expectClose(got: tf.Tensor | undefined, wanted: Packed, tolerance = 1e-4): void {
  expect(got?.shape).toEqual(wanted.shape);
  const values = got?.dataSync() ?? [];
  wanted.values.forEach((value, index) => expect(Math.abs((values[index] ?? NaN) - value)).toBeLessThan(tolerance));
}

/** `tf` as cells have it. */
let cells: typeof tf;
/** Types as tfjs has them do not know what the repairs add. */
const options = (given: object): never => given as never;
interface Settable extends tf.Optimizer {
  learningRate: number;
  setLearningRate(rate: number): void;
}
const settable = (optimizer: tf.Optimizer): Settable => optimizer as Settable;
let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
  cells = cellTf() as unknown as typeof tf;
});

describe('a depthwise layer', () => {
  const dilated = layerCases.filter(
    ({ layer, options: given }) => layer === 'DepthwiseConv2D' && given['dilationRate'] === 2,
  );

  it.each(dilated)(
    'spreads its window by dilationRate, as Keras does ($options.padding, $options.depthMultiplier)',
    (one) => {
      const layer = cells.layers.depthwiseConv2d(one.options as never);
      const x = unpack(one.input);
      layer.build(x.shape);
      layer.setWeights(one.weights.map(unpack));
      expectClose(layer.apply(x) as tf.Tensor, one.output);
      expect(layer.computeOutputShape(x.shape)).toEqual(one.output.shape);
    },
  );

  it('gives the output shape for a window that is dilated along one axis', () => {
    const layer = cells.layers.depthwiseConv2d({ kernelSize: 3, dilationRate: [1, 2] });
    expect((layer.apply(tf.ones([1, 9, 9, 2])) as tf.Tensor).shape).toEqual([1, 7, 5, 2]);
    expect(layer.computeOutputShape([null, 9, 9, 2])).toEqual([null, 7, 5, 2]);
  });

  it('trains while its window is dilated', async () => {
    const model = cells.sequential({
      layers: [
        cells.layers.depthwiseConv2d({ kernelSize: 3, dilationRate: 2, inputShape: [9, 9, 2] }),
        cells.layers.globalAveragePooling2d(options({})),
      ],
    });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const before = model.getWeights()[0]?.dataSync().slice();
    await model.fit(tf.randomNormal([4, 9, 9, 2]), tf.ones([4, 2]));
    expect(model.getWeights()[0]?.dataSync()).not.toEqual(before);
  });

  it('spreads its window in pictures with their channels first too', () => {
    const given = { kernelSize: 3, dilationRate: 2, useBias: false } as const;
    const last = cells.layers.depthwiseConv2d({ ...given, dataFormat: 'channelsLast' });
    const first = cells.layers.depthwiseConv2d({ ...given, dataFormat: 'channelsFirst' });
    const x = tf.randomNormal([2, 7, 8, 3], 0, 1, 'float32', 1);
    const wanted = last.apply(x) as tf.Tensor;
    first.build([2, 3, 7, 8]);
    first.setWeights(last.getWeights());
    const got = first.apply(x.transpose([0, 3, 1, 2])) as tf.Tensor;
    expect(got.shape).toEqual([2, 3, 3, 4]);
    expect(first.computeOutputShape([2, 3, 7, 8])).toEqual([2, 3, 3, 4]);
    const back = got.transpose([0, 2, 3, 1]);
    expectClose(back, { shape: wanted.shape, values: [...wanted.dataSync()] }, 1e-5);
  });
});

describe('a separable layer', () => {
  const weightsOf = (given: object): number[][] => {
    const layer = cells.layers.separableConv2d(options({ filters: 2, kernelSize: 3, useBias: false, ...given }));
    layer.build([1, 8, 8, 3]);
    return layer.getWeights().map((weight) => [...weight.dataSync()]);
  };

  it('starts its pointwise kernel as pointwiseInitializer says', () => {
    const [depthwise = [], pointwise = []] = weightsOf({ depthwiseInitializer: 'zeros', pointwiseInitializer: 'ones' });
    expect(new Set(depthwise)).toEqual(new Set([0]));
    expect(new Set(pointwise)).toEqual(new Set([1]));
  });

  it('uses glorotUniform for the pointwise kernel if only the depthwise initializer is given', () => {
    const [, pointwise = []] = weightsOf({ depthwiseInitializer: 'zeros' });
    const limit = Math.sqrt(6 / (3 + 2));
    expect(pointwise.every((weight) => weight !== 0 && Math.abs(weight) <= limit)).toBe(true);
  });

  it('keeps the initializer when a model is saved and loaded', async () => {
    const layer = cells.layers.separableConv2d(
      options({ filters: 2, kernelSize: 3, pointwiseInitializer: 'ones', inputShape: [8, 8, 3] }),
    );
    const config = cells.sequential({ layers: [layer] }).toJSON(null, false) as { config: object };
    const loaded = await cells.models.modelFromJSON({ modelTopology: { model_config: config } as never });
    expect(loaded.layers[0]?.getConfig()['pointwiseInitializer']).toMatchObject({ className: 'Ones' });
  });
});

describe('a batch normalization', () => {
  it('that is frozen uses its averages in training, and leaves them alone', () => {
    const { input, weights, output, weightsAfter } = keras.frozen;
    const layer = cells.layers.batchNormalization();
    const x = unpack(input);
    layer.build(x.shape);
    layer.setWeights(weights.map(unpack));
    layer.trainable = false;
    expectClose(layer.apply(x, { training: true }) as tf.Tensor, output);
    weightsAfter.forEach((weight, index) => expectClose(layer.getWeights()[index], weight));
    layer.trainable = true;
    layer.apply(x, { training: true });
    expect(() => expectClose(layer.getWeights()[2], weightsAfter[2]!)).toThrow();
  });

  it.each([{ scale: false }, { center: false }, { scale: false, center: false }])('trains with %o', async (given) => {
    const model = cells.sequential({
      layers: [
        cells.layers.dense({ units: 3, inputShape: [2] }),
        cells.layers.batchNormalization(given),
        cells.layers.dense({ units: 1 }),
      ],
    });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const { history } = await model.fit(tf.randomNormal([8, 2]), tf.ones([8, 1]));
    expect(history['loss']?.[0]).toBeGreaterThan(0);
  });
});

describe('int32 labels', () => {
  const { labels, guess, value } = keras.sparse;
  const model = (): tf.LayersModel => {
    const made = cells.sequential({ layers: [cells.layers.activation({ activation: 'linear', inputShape: [3] })] });
    made.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
    return made;
  };
  const numbers = (dtype: 'int32' | 'float32'): tf.Tensor => tf.tensor1d(labels, dtype);

  it('are judged by sparseCategoricalCrossentropy as Keras judges them', () => {
    const [loss] = model().evaluate(unpack(guess), numbers('int32')) as tf.Scalar[];
    expect(loss?.dataSync()[0]).toBeCloseTo(value, 4);
  });

  it('train a model, batch by batch and from a dataset, and leave no tensor behind', async () => {
    const dense = cells.sequential({
      layers: [cells.layers.dense({ units: 3, activation: 'softmax', inputShape: [3] })],
    });
    dense.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
    const [x, y] = [unpack(guess), numbers('int32')];
    await dense.fit(x, y, { epochs: 1, validationData: [x, y] });
    const before = tf.memory().numTensors;
    const { history } = await dense.fit(x, y, { epochs: 2, validationData: [x, y] });
    await dense.trainOnBatch(x, y);
    expect(tf.memory().numTensors).toBe(before);
    expect(history['loss']?.every((loss) => Number.isFinite(loss))).toBe(true);
    const rows = cells.data.zip({ xs: cells.data.array(labels.map(() => [1, 2, 3])), ys: cells.data.array(labels) });
    const data = rows.batch(2).map((batch) => {
      const { xs, ys } = batch as { xs: tf.Tensor; ys: tf.Tensor };
      return { xs, ys: ys.toInt() };
    });
    await dense.fitDataset(data as never, { epochs: 1 });
  });
});

describe('lossWeights', () => {
  const build = ({ weights, lossWeights }: LossWeightsCase, named: boolean): tf.LayersModel => {
    const x = cells.input({ shape: [3] });
    const shared = cells.layers.dense({ units: 4, activation: 'tanh' }).apply(x);
    const outputs = [
      cells.layers.dense({ units: 2, name: 'a' }).apply(shared),
      cells.layers.dense({ units: 1, name: 'b' }).apply(shared),
    ] as tf.SymbolicTensor[];
    const model = cells.model({ inputs: x, outputs });
    model.setWeights(weights.map(unpack));
    model.compile({
      optimizer: cells.train.sgd(0.1),
      loss: ['meanSquaredError', 'meanSquaredError'],
      lossWeights: named ? { a: lossWeights[0], b: lossWeights[1] } : lossWeights,
    } as never);
    return model;
  };

  it.each(keras.lossWeights)('$lossWeights train and evaluate as in Keras', async (one) => {
    const [x, y] = [unpack(one.input), one.truth.map(unpack)];
    for (const named of [false, true]) {
      const model = build(one, named);
      const trained = (await model.trainOnBatch(x, y)) as number[];
      one.trained.forEach((number, index) => expect(trained[index]).toBeCloseTo(number, 4));
      one.weightsAfter.forEach((weight, index) => expectClose(model.getWeights()[index], weight));
      const evaluated = model.evaluate(x, y) as tf.Scalar[];
      expect(evaluated).toHaveLength(one.evaluated.length);
      one.evaluated.forEach((number, index) => expect(evaluated[index]?.dataSync()[0]).toBeCloseTo(number, 4));
      cells.dispose(evaluated);
    }
  });

  it('reports validation under the right names', async () => {
    const one = keras.lossWeights[1]!;
    const [x, y] = [unpack(one.input), one.truth.map(unpack)];
    const model = build(one, false);
    const { history } = await model.fit(x, y, { epochs: 1, batchSize: 5, validationData: [x, y] });
    const last = ['val_loss', 'val_a_loss', 'val_b_loss'].map((name) => Number(history[name]?.[0]));
    one.evaluated.forEach((number, index) => expect(last[index]).toBeCloseTo(number, 4));
  });

  it('that match no output are refused with a message', async () => {
    const source = (value: string): string =>
      `tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], name: 'only' })] }).compile({ optimizer: 'sgd', loss: 'meanSquaredError', lossWeights: ${value} });`;
    for (const value of ['[1, 2]', '{ other: 1 }', "['1']"]) {
      const [error] = outputsOf(await node.run('weights', source(value)), 'error');
      expect(error?.message).toMatch(/one number for each output \(only\)/);
    }
  });

  it('leave no tensor behind', async () => {
    const one = keras.lossWeights[1]!;
    const [x, y] = [unpack(one.input), one.truth.map(unpack)];
    const model = build(one, false);
    await model.fit(x, y, { epochs: 1, validationData: [x, y] });
    const before = tf.memory().numTensors;
    await model.fit(x, y, { epochs: 3, validationData: [x, y] });
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('restoreBestWeights', () => {
  it('brings back the weights of the best epoch, and frees its copies', async () => {
    const model = cells.sequential({ layers: [cells.layers.dense({ units: 1, inputShape: [1], useBias: false })] });
    model.compile({ optimizer: cells.train.sgd(0.1), loss: 'meanSquaredError' });
    model.setWeights([tf.tensor2d([[2]])]);
    const [x, y] = [tf.ones([4, 1]), tf.zeros([4, 1])];
    const seen: { loss: number; weight: number }[] = [];
    const before = tf.memory().numTensors;
    const { epoch } = await model.fit(x, y, {
      epochs: 20,
      callbacks: [
        cells.callbacks.earlyStopping({ monitor: 'loss', patience: 2, restoreBestWeights: true }),
        new cells.CustomCallback({
          onEpochEnd: async (at, logs) => {
            seen.push({ loss: Number(logs?.['loss']), weight: model.getWeights()[0]?.dataSync()[0] ?? NaN });
            // From here on training makes it worse.
            if (at === 3) settable(model.optimizer).setLearningRate(1.5);
          },
        }),
      ],
    });
    const best = seen.toSorted((a, b) => a.loss - b.loss)[0];
    expect(epoch.length).toBeLessThan(20);
    expect(best).not.toBe(seen.at(-1));
    expect(model.getWeights()[0]?.dataSync()[0]).toBe(best?.weight);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('brings back those of the first epoch where no epoch has a value', async () => {
    const model = cells.sequential({ layers: [cells.layers.dense({ units: 1, inputShape: [1], useBias: false })] });
    const weightOf = () => model.getWeights()[0]?.dataSync()[0];
    const stopping = cells.callbacks.earlyStopping(options({ restoreBestWeights: true, monitor: 'loss' }));
    stopping.setModel(model);
    await stopping.onTrainBegin();
    for (const epoch of [0, 1]) {
      model.setWeights([tf.tensor2d([[epoch + 5]])]);
      await stopping.onEpochEnd(epoch, { loss: NaN });
    }
    expect(weightOf()).toBe(6);
    await stopping.onTrainEnd();
    expect(weightOf()).toBe(5);
  });

  it('brings them back also where training ran to its end, and is still an early stopping without it', async () => {
    const train = async (restoreBestWeights: boolean): Promise<number> => {
      const model = cells.sequential({ layers: [cells.layers.dense({ units: 1, inputShape: [1], useBias: false })] });
      model.compile({ optimizer: cells.train.sgd(1.2), loss: 'meanSquaredError' });
      model.setWeights([tf.tensor2d([[1]])]);
      const callbacks = cells.callbacks.earlyStopping({ monitor: 'loss', patience: 9, restoreBestWeights });
      await model.fit(tf.ones([4, 1]), tf.zeros([4, 1]), { epochs: 3, callbacks });
      return Math.abs(model.getWeights()[0]?.dataSync()[0] ?? NaN);
    };
    // Each epoch multiplies the weight by 1 − 2 · 1.2.
    expect(await train(true)).toBeCloseTo(1.4, 4);
    expect(await train(false)).toBeCloseTo(1.4 ** 3, 4);
    expect(cells.callbacks.earlyStopping()).toBeInstanceOf(tf.EarlyStopping);
  });
});

describe('an optimizer', () => {
  it.each(keras.optimizers.map((one, index) => ({ ...one, index })))(
    '$optimizer $options $schedule steps as in Keras',
    (one) => {
      const variables = one.weights.map((weight) => tf.variable(unpack(weight)));
      const make = (cells.train as unknown as Record<string, (options: object) => tf.Optimizer>)[one.optimizer]!;
      const schedules = Reflect.get(cells.train, 'schedules') as Record<
        string,
        (options: unknown) => (step: number) => number
      >;
      const learningRate = one.schedule && schedules[one.schedule[0]]?.(one.schedule[1]);
      const optimizer = make({ ...one.options, ...(learningRate && { learningRate }) });
      for (const gradients of one.gradients) {
        optimizer.applyGradients(variables.map(({ name }, index) => ({ name, tensor: unpack(gradients[index]!) })));
      }
      one.weightsAfter.forEach((weight, index) => expectClose(variables[index], weight, 2e-4));
    },
  );

  it.each(['sgd', 'momentum', 'rmsprop', 'adam', 'adadelta', 'adamax', 'adagrad'])(
    '%s takes another learning rate while it trains',
    (name) => {
      const make = (
        cells.train as unknown as Record<
          string,
          (...values: unknown[]) => tf.Optimizer & { learningRate: number; setLearningRate(rate: number): void }
        >
      )[name]!;
      const moved = (change: (optimizer: ReturnType<typeof make>) => void): number => {
        const weight = tf.variable(tf.scalar(1));
        const optimizer = make({ learningRate: 0.1 });
        change(optimizer);
        optimizer.minimize(() => weight.square().asScalar(), false, [weight]);
        return 1 - (weight.dataSync()[0] ?? NaN);
      };
      const whole = moved(() => {});
      expect(whole).toBeGreaterThan(0);
      expect(moved((optimizer) => optimizer.setLearningRate(0.05))).toBeCloseTo(whole / 2, 5);
      expect(moved((optimizer) => (optimizer.learningRate = 0.05))).toBeCloseTo(whole / 2, 5);
    },
  );

  it.each<[keyof typeof tf.train & string, Record<string, number | boolean>]>([
    ['sgd', { learningRate: 0.11 }],
    ['momentum', { learningRate: 0.11, momentum: 0.12, useNesterov: true }],
    ['rmsprop', { learningRate: 0.11, decay: 0.12, momentum: 0.13, epsilon: 0.14, centered: true }],
    ['adam', { learningRate: 0.11, beta1: 0.12, beta2: 0.13, epsilon: 0.14 }],
    ['adadelta', { learningRate: 0.11, rho: 0.12, epsilon: 0.14 }],
    ['adamax', { learningRate: 0.11, beta1: 0.12, beta2: 0.13, epsilon: 0.14, decay: 0.15 }],
    ['adagrad', { learningRate: 0.11, initialAccumulatorValue: 0.12 }],
  ])('%s is what its options say', (name, given) => {
    const make = cells.train[name] as unknown as (options: object) => tf.Optimizer;
    expect(make(given).getConfig()).toEqual(given);
  });

  it('still takes its parameters one by one, and a name in compile()', () => {
    expect(cells.train.adam(0.5, 0.8)).toMatchObject({ learningRate: 0.5, beta1: 0.8 });
    expect(cells.train.momentum(0.1, 0.5)).toMatchObject({ momentum: 0.5 });
    expect(cells.train.rmsprop(options({ centered: true }))).toMatchObject({ centered: true, learningRate: 0.001 });
  });

  it('clips inside fit, where tfjs would diverge', async () => {
    const train = async (given: object): Promise<number> => {
      const model = cells.sequential({ layers: [cells.layers.dense({ units: 1, inputShape: [1], useBias: false })] });
      model.setWeights([tf.tensor2d([[1]])]);
      model.compile({ optimizer: cells.train.sgd(options({ learningRate: 3, ...given })), loss: 'meanSquaredError' });
      await model.fit(tf.ones([4, 1]), tf.zeros([4, 1]), { epochs: 30 });
      return Math.abs(model.getWeights()[0]?.dataSync()[0] ?? NaN);
    };
    expect(await train({})).toBeGreaterThan(1e6);
    expect(await train({ clipnorm: 0.1 })).toBeLessThan(1.5);
  });

  it.each([
    ['adam({ clipNorm: 1 })', /no option clipNorm: it is called clipnorm here/],
    ['sgd({ clipnorm: 1, clipvalue: 1 })', /Only one of clipnorm, clipvalue and globalClipnorm/],
  ])('refuses %s in words', async (source, message) => {
    const [error] = outputsOf(await node.run('optimizer', `tf.train.${source}`), 'error');
    expect(error?.message).toMatch(message);
  });
});

describe('a layer', () => {
  it.each([
    'globalAveragePooling2d',
    'globalMaxPooling2d',
    'maxPooling2d',
    'averagePooling2d',
    'upSampling2d',
    'flatten',
  ])('%s needs no options', async (name) => {
    const ran = await node.run('layer', `tf.layers.${name}().apply(tf.ones([1, 4, 4, 2])).shape`);
    expect(outputsOf(ran, 'error')).toEqual([]);
  });

  it('resizing gives the shape of its output', () => {
    const layer = cells.layers.resizing({ height: 5, width: 4 });
    const made = layer.apply(tf.ones([2, 8, 9, 3])) as tf.Tensor;
    expect(made.shape).toEqual([2, 5, 4, 3]);
    expect(layer.computeOutputShape([null, 8, 9, 3])).toEqual([null, 5, 4, 3]);
  });

  it('softmax uses the last axis', () => {
    const y = cells.layers.softmax().apply(tf.ones([1, 2, 2, 4])) as tf.Tensor;
    expect([...y.dataSync()].every((share) => Math.abs(share - 0.25) < 1e-6)).toBe(true);
  });

  it('elu takes any alpha, as in Keras', () => {
    const one = layerCases.find(({ layer, options: given }) => layer === 'ELU' && given['alpha'] !== 1)!;
    const layer = cells.layers.elu(one.options as never);
    expectClose(layer.apply(unpack(one.input)) as tf.Tensor, one.output);
  });

  it('elu keeps its alpha when a model is saved and loaded', async () => {
    const config = cells
      .sequential({ layers: [cells.layers.elu({ alpha: 0.3, inputShape: [2] })] })
      .toJSON(null, false);
    const loaded = await cells.models.modelFromJSON({ modelTopology: { model_config: config } as never });
    expect((loaded.predict(tf.tensor2d([[-50, 1]])) as tf.Tensor).dataSync()[0]).toBeCloseTo(-0.3, 4);
  });
});

describe('lists of unequal rows', () => {
  it.each(['[[1], [2, 3]]', '[[1, 2], [3]]', '[[[1, 2]], [[3, 4], [5, 6]]]', '[[1, 2], 3]'])(
    '%s is refused',
    async (list) => {
      const ran = await node.run('ragged', `tf.tensor(${list} as never)`);
      expect(outputsOf(ran, 'error').map(({ message }) => message)).toEqual([
        expect.stringContaining('Element arr[1]'),
      ]);
    },
  );
});

describe('a list of callbacks', () => {
  it.each(['plain, ready', 'ready, plain', 'plain, ready, plain'])(
    'may hold functions in braces and ready-made ones: %s',
    async (list) => {
      const ran = await node.run(
        'mixed',
        `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
        model.compile({ optimizer: tf.train.sgd(0), loss: 'meanSquaredError' });
        let epochs = 0;
        const plain = { onEpochEnd: () => { epochs += 1; } };
        const ready = tf.callbacks.earlyStopping({ monitor: 'loss', patience: 2 });
        await model.fit(tf.ones([4, 1]), tf.zeros([4, 1]), { epochs: 9, callbacks: [${list}] });
        console.log(epochs / [${list}].filter((one) => one === plain).length);`,
      );
      expect(outputsOf(ran, 'error')).toEqual([]);
      // The first epoch is the best, and two more bring nothing.
      expect(outputsOf(ran, 'log')[0]?.head.map(({ text }) => text)).toEqual(['3']);
    },
  );
});

describe('a window larger than its picture', () => {
  const input = (): tf.SymbolicTensor => tf.input({ shape: [4, 4, 1] });

  it.each([
    ['pooling', () => cells.layers.maxPooling2d({ poolSize: 8 }).apply(input())],
    ['average pooling', () => cells.layers.averagePooling2d({ poolSize: 5 }).apply(input())],
    ['convolution', () => cells.layers.conv2d({ filters: 1, kernelSize: 7 }).apply(input())],
    ['depthwise convolution', () => cells.layers.depthwiseConv2d({ kernelSize: 5 }).apply(input())],
    ['separable convolution', () => cells.layers.separableConv2d({ filters: 1, kernelSize: 5 }).apply(input())],
    ['pooling in one direction', () => cells.layers.maxPooling1d({ poolSize: 8 }).apply(tf.input({ shape: [4, 1] }))],
    [
      'a model',
      () => cells.sequential({ layers: [cells.layers.maxPooling2d({ poolSize: 8, inputShape: [4, 4, 1] })] }),
    ],
  ])('is refused when the model is built: %s', (_, build) => {
    expect(build).toThrow(/Negative dimension size caused by adding layer \S+ with input shape \[,4/);
  });

  it('is none where the window fits exactly, or is filled up', () => {
    const exact = cells.layers.maxPooling2d({ poolSize: 4 }).apply(input()) as tf.SymbolicTensor;
    const filled = cells.layers.maxPooling2d({ poolSize: 8, padding: 'same' }).apply(input()) as tf.SymbolicTensor;
    expect([exact.shape, filled.shape]).toEqual([
      [null, 1, 1, 1],
      [null, 1, 1, 1],
    ]);
  });
});
