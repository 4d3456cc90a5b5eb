import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../src/backend';
import { cellTf } from '../../src/kernel/cell-tf';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { nodeFiles } from '../backend/node-files';

/** What Keras does without a number to compare: freezing, shapes of labels and padding, chance, and options that nobody knows. */
let cells: typeof tf;
beforeAll(async () => {
  useWords(en, 'en');
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
  cells = cellTf() as unknown as typeof tf;
});

describe('a base that is frozen as a whole', () => {
  const baseOf = (kind: 'sequential' | 'functional'): tf.LayersModel => {
    const layers = [
      cells.layers.conv2d({ inputShape: [6, 6, 1], filters: 3, kernelSize: 3, activation: 'relu' }),
      cells.layers.batchNormalization(),
      cells.layers.globalAveragePooling2d({}),
    ];
    if (kind === 'sequential') return cells.sequential({ layers });
    const input = cells.input({ shape: [6, 6, 1] });
    const output = layers.reduce((last, layer) => layer.apply(last) as tf.SymbolicTensor, input);
    return cells.model({ inputs: input, outputs: output });
  };
  const models: Record<string, (base: tf.LayersModel) => tf.LayersModel> = {
    'in a sequential model': (base) => cells.sequential({ layers: [base, cells.layers.dense({ units: 2 })] }),
    'applied in a functional one': (base) => {
      const input = cells.input({ shape: [6, 6, 1] });
      const body = base.apply(input) as tf.SymbolicTensor;
      return cells.model({ inputs: input, outputs: cells.layers.dense({ units: 2 }).apply(body) as tf.SymbolicTensor });
    },
    'with its outputs built on': (base) =>
      cells.model({
        inputs: base.inputs,
        outputs: cells.layers.dense({ units: 2 }).apply(base.outputs) as tf.SymbolicTensor,
      }),
  };

  const kinds = ['sequential', 'functional'] as const;
  it.each(kinds.flatMap((kind) => Object.keys(models).map((place) => ({ kind, place }))))(
    'keeps every number while the rest trains: $kind, $place',
    async ({ kind, place }) => {
      const base = baseOf(kind);
      base.trainable = false;
      const model = models[place]!(base);
      model.compile({ optimizer: cells.train.sgd(0.5), loss: 'meanSquaredError' });
      const values = () => base.getWeights().map((weight) => Array.from(weight.dataSync()));
      const head = () => Array.from(model.layers.at(-1)!.getWeights()[1]!.dataSync());
      const [before, headBefore] = [values(), head()];
      await model.fit(cells.randomUniform([8, 6, 6, 1]), cells.ones([8, 2]), { epochs: 2 });
      expect(values()).toEqual(before);
      expect(head()).not.toEqual(headBefore);
      // Thawed and compiled again, it learns.
      base.trainable = true;
      model.compile({ optimizer: cells.train.sgd(0.5), loss: 'meanSquaredError' });
      await model.fit(cells.randomUniform([8, 6, 6, 1]), cells.ones([8, 2]), { epochs: 1 });
      expect(values()).not.toEqual(before);
    },
  );
});

describe('a number as padding', () => {
  /** Windows and strides that are not square, where height and width of the output differ. */
  it.each([
    [[3, 1] as const, [1, 1] as const],
    [[1, 3] as const, [1, 1] as const],
    [[3, 3] as const, [2, 1] as const],
  ])('is that of both axes, window %j, strides %j', (window, strides) => {
    const x = cells.randomUniform<tf.Rank.R4>([2, 8, 8, 3], 1, 2, 'float32', 1);
    const padded = cells.pad(x, [
      [0, 0],
      [1, 1],
      [1, 1],
      [0, 0],
    ]) as tf.Tensor4D;
    const highest = cells.maxPool(x, [...window], [...strides], 1);
    const wanted = cells.maxPool(padded, [...window], [...strides], 'valid');
    expect(highest.shape).toEqual(wanted.shape);
    // All values are positive: the zeros around them are the highest nowhere but beside the picture.
    const inside = (y: tf.Tensor4D): number[] =>
      Array.from(y.slice([0, 1, 1, 0], [2, y.shape[1] - 2, y.shape[2] - 2, 3]).dataSync());
    expect(inside(highest)).toEqual(inside(wanted));
    const filter = cells.ones<tf.Rank.R4>([...window, 3, 2]);
    const conv = cells.conv2d(x, filter, [...strides], 1);
    const convWanted = cells.conv2d(padded, filter, [...strides], 'valid');
    expect(conv.shape).toEqual(convWanted.shape);
    expect(cells.max(cells.abs(cells.sub(conv, convWanted))).dataSync()[0]).toBeLessThan(1e-4);
    const mean = cells.avgPool(x, [...window], [...strides], 1);
    expect(mean.shape).toEqual(wanted.shape);
    const counts = cells.avgPool(cells.onesLike(x), [...window], [...strides], 1);
    // A mean counts only what is in the picture, so that of ones is 1; a window beside the picture has none.
    for (const value of counts.dataSync())
      expect([0, 1]).toContain(Number.isNaN(value) ? 0 : Math.round(value * 1e5) / 1e5);
  });
});

describe('class numbers of a segmentation', () => {
  it('need no axis of their own', async () => {
    const model = cells.sequential({
      layers: [cells.layers.conv2d({ inputShape: [4, 4, 1], filters: 3, kernelSize: 1, activation: 'softmax' })],
    });
    model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
    const x = cells.randomUniform([2, 4, 4, 1]);
    const labels = cells.tensor(
      Array.from({ length: 32 }, (_, at) => at % 3),
      [2, 4, 4],
    );
    const bare = model.evaluate(x, labels) as tf.Scalar;
    const withAxis = model.evaluate(x, labels.expandDims(-1)) as tf.Scalar;
    expect(bare.dataSync()[0]).toBeCloseTo(withAxis.dataSync()[0] ?? Number.NaN, 5);
    const { history } = await model.fit(x, labels, { epochs: 2 });
    expect(history['loss']?.[1]).toBeLessThan(Number(history['loss']?.[0]));
  });
});

describe('a layer of chance', () => {
  type Make = (options: object) => tf.layers.Layer;
  const make = (name: string, options: object): tf.layers.Layer =>
    (Reflect.get(cells.layers, name) as unknown as Make)(options);
  const pictures = (): tf.Tensor => cells.randomUniform([16, 5, 4, 2], 0, 1, 'float32', 3);
  const arrayOf = (tensor: tf.Tensor): unknown => tensor.arraySync();

  it.each([
    ['randomFlip', {}],
    ['randomRotation', { factor: 0.2 }],
    ['randomTranslation', { heightFactor: 0.2, widthFactor: 0.2 }],
    ['randomZoom', { heightFactor: 0.3 }],
    ['randomContrast', { factor: 0.5 }],
    ['spatialDropout2d', { rate: 0.5 }],
  ])('%s changes pictures in training alone, and again at each call', (name, options) => {
    const layer = make(name, options);
    const x = pictures();
    expect(arrayOf(layer.apply(x) as tf.Tensor)).toEqual(arrayOf(x));
    const first = arrayOf(layer.apply(x, { training: true }) as tf.Tensor);
    expect(first).not.toEqual(arrayOf(x));
    expect(arrayOf(layer.apply(x, { training: true }) as tf.Tensor)).not.toEqual(first);
  });

  it('randomFlip gives each picture as it is or mirrored', () => {
    const x = pictures();
    const flipped = make('randomFlip', { mode: 'horizontal', seed: 1 }).apply(x, { training: true }) as tf.Tensor;
    const mirrored = cells.reverse(x, 2);
    const ways = flipped.unstack().map((one, at) => {
      const same = (other: tf.Tensor): boolean =>
        cells.max(cells.abs(cells.sub(one, other.gather(at)))).dataSync()[0] === 0;
      return same(x) ? 'as it is' : same(mirrored) ? 'mirrored' : 'neither';
    });
    expect(new Set(ways)).toEqual(new Set(['as it is', 'mirrored']));
  });

  it('spatialDropout2d drops whole maps and keeps the mean', () => {
    const x = cells.ones([64, 3, 3, 8]);
    const dropped = make('spatialDropout2d', { rate: 0.5, seed: 1 }).apply(x, { training: true }) as tf.Tensor;
    const maps = dropped
      .transpose([0, 3, 1, 2])
      .reshape([64 * 8, 9])
      .arraySync() as number[][];
    for (const map of maps) expect([0, 2]).toContain(map[0]);
    for (const map of maps) expect(new Set(map).size).toBe(1);
    expect(Math.abs((dropped.mean().dataSync()[0] ?? Number.NaN) - 1)).toBeLessThan(0.15);
  });
});

describe('a size that is no whole number above 0 is refused by name', () => {
  it.each<[string, () => unknown]>([
    ['kernelSize', () => cells.layers.conv2d({ filters: 2, kernelSize: 0 })],
    ['kernelSize', () => cells.layers.conv1d({ filters: 2, kernelSize: 0 })],
    ['kernelSize', () => cells.layers.conv2dTranspose({ filters: 2, kernelSize: [3, 0] })],
    ['kernelSize', () => cells.layers.separableConv2d({ filters: 2, kernelSize: -1 })],
    ['kernelSize', () => cells.layers.depthwiseConv2d({ kernelSize: 1.5 })],
    ['strides', () => cells.layers.conv2d({ filters: 2, kernelSize: 2, strides: 0 })],
    ['dilationRate', () => cells.layers.conv2d({ filters: 2, kernelSize: 2, dilationRate: 0 })],
    ['depthMultiplier', () => cells.layers.depthwiseConv2d({ kernelSize: 2, depthMultiplier: 0 })],
    ['size', () => cells.layers.upSampling2d({ size: [0, 2] })],
  ])('%s', (name, act) => expect(act).toThrow(`Expected ${name} to be a positive integer, but got`));
});

describe('an option that does not exist is refused by name', () => {
  const refused: [string, () => unknown, RegExp][] = [
    ['of a layer', () => cells.layers.conv2d({ filters: 1, kernelSize: 1, padd: 'same' } as never), /padd/],
    [
      'of a layer in Keras’s spelling',
      () => cells.layers.conv2d({ filters: 1, kernel_size: 1 } as never),
      /kernelSize/,
    ],
    [
      'groups, which would change the layer',
      () => cells.layers.conv2d({ filters: 2, kernelSize: 1, groups: 2 } as never),
      /groups/,
    ],
    ['of a callback', () => cells.callbacks.earlyStopping({ patient: 3 } as never), /patient/],
    [
      'of a schedule',
      () =>
        (Reflect.get(cells.train, 'schedules') as unknown as Record<string, (options: object) => unknown>)[
          'cosineDecay'
        ]?.({
          initialLearningRate: 0.1,
          decaySteps: 10,
          warmUp: 3,
        }),
      /warmUp/,
    ],
    [
      'of an optimizer',
      () => cells.train.momentum({ learningRate: 0.1, momentun: 0.9 } as never, undefined as never),
      /momentun/,
    ],
  ];
  it.each(refused)('%s', (_, act, says) => expect(act).toThrow(says));

  it('of fit', async () => {
    const model = cells.sequential({ layers: [cells.layers.dense({ units: 1, inputShape: [1] })] });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await expect(model.fit(cells.ones([2, 1]), cells.ones([2, 1]), { epoch: 3 } as never)).rejects.toThrow(/epochs/);
  });
});
