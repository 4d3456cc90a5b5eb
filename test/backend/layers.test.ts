import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/backend';
import { nodeFiles } from './node-files';

beforeAll(async () => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
});

type Layers = Record<string, (config: object) => tf.layers.Layer>;
const make = tf.layers as unknown as Layers;
const cell = (name: string, config: object) => (make[name] as unknown as (config: object) => object)(config);

/** A layer, its configuration and the shape of one example it takes. `random` layers differ from run to run by nature. */
interface Case {
  name: string;
  config?: object | (() => object);
  shape: number[];
  random?: boolean;
  /** Examples are whole numbers below this. */
  below?: number;
  batch?: number;
  /** The layer passes no gradient on: it stands first. */
  first?: boolean;
  /** The layer takes that many inputs at once. */
  inputs?: number;
}

const image = [8, 9, 3];
const sequence = [6, 4];
const volume = [4, 4, 4, 2];

const cases: Case[] = [
  ...[
    'elu',
    'selu',
    'relu',
    'relu6',
    'linear',
    'sigmoid',
    'hardSigmoid',
    'softplus',
    'softsign',
    'tanh',
    'softmax',
    'logSoftmax',
    'swish',
    'mish',
    'gelu',
    'gelu_new',
  ].map((activation) => ({ name: 'activation', config: { activation }, shape: image })),
  ...['linear', 'relu', 'elu', 'tanh'].flatMap((activation) => [
    { name: 'conv2d', config: { filters: 5, kernelSize: 3, activation }, shape: image },
    {
      name: 'conv2d',
      config: { filters: 8, kernelSize: [2, 3], strides: 2, padding: 'same', activation, useBias: false },
      shape: image,
    },
    { name: 'dense', config: { units: 5, activation }, shape: [7] },
  ]),
  { name: 'conv2d', config: { filters: 4, kernelSize: 3, dilationRate: 2, activation: 'relu' }, shape: image },
  { name: 'conv2d', config: { filters: 4, kernelSize: 3, dilationRate: 2, padding: 'same' }, shape: image },
  {
    name: 'conv2d',
    config: { filters: 2, kernelSize: 2, strides: 3, padding: 'same', activation: 'relu' },
    shape: [9, 9, 1],
  },
  { name: 'dense', config: { units: 3, activation: 'relu' }, shape: [4, 5] },
  { name: 'conv1d', config: { filters: 4, kernelSize: 3, activation: 'relu' }, shape: sequence },
  { name: 'conv1d', config: { filters: 4, kernelSize: 2, dilationRate: 2 }, shape: sequence },
  { name: 'conv3d', config: { filters: 3, kernelSize: 2 }, shape: volume },
  { name: 'conv2dTranspose', config: { filters: 3, kernelSize: 3, strides: 2, padding: 'same' }, shape: [4, 5, 2] },
  { name: 'conv2dTranspose', config: { filters: 3, kernelSize: 3, strides: 1, activation: 'relu' }, shape: [4, 5, 2] },
  { name: 'conv3dTranspose', config: { filters: 2, kernelSize: 2, strides: 2 }, shape: [2, 3, 2, 2] },
  {
    name: 'separableConv2d',
    config: { filters: 4, kernelSize: 3, depthMultiplier: 2, activation: 'relu' },
    shape: image,
  },
  { name: 'separableConv2d', config: { filters: 4, kernelSize: 3, padding: 'same', dilationRate: 2 }, shape: image },
  { name: 'depthwiseConv2d', config: { kernelSize: 3, strides: 2, padding: 'same' }, shape: image },
  { name: 'depthwiseConv2d', config: { kernelSize: 2, depthMultiplier: 2, activation: 'relu' }, shape: image },
  { name: 'maxPooling1d', shape: sequence },
  { name: 'maxPooling2d', shape: image },
  { name: 'maxPooling2d', config: { poolSize: 3, strides: 2, padding: 'same' }, shape: image },
  { name: 'maxPooling3d', shape: volume },
  { name: 'averagePooling1d', shape: sequence },
  { name: 'averagePooling2d', config: { poolSize: 3, strides: 2, padding: 'same' }, shape: image },
  { name: 'averagePooling3d', shape: volume },
  { name: 'globalAveragePooling1d', shape: sequence },
  { name: 'globalAveragePooling2d', shape: image },
  { name: 'globalMaxPooling1d', shape: sequence },
  { name: 'globalMaxPooling2d', shape: image },
  { name: 'batchNormalization', shape: image },
  { name: 'batchNormalization', shape: [7] },
  { name: 'batchNormalization', config: { scale: false, center: false }, shape: image },
  { name: 'layerNormalization', shape: image },
  { name: 'add', shape: image, inputs: 2 },
  { name: 'average', shape: image, inputs: 2 },
  { name: 'concatenate', shape: image, inputs: 2 },
  { name: 'dot', config: { axes: 1 }, shape: [5], inputs: 2 },
  { name: 'maximum', shape: image, inputs: 2 },
  { name: 'minimum', shape: image, inputs: 2 },
  { name: 'multiply', shape: image, inputs: 2 },
  { name: 'leakyReLU', shape: image },
  { name: 'prelu', shape: image },
  { name: 'reLU', shape: image },
  { name: 'elu', shape: image },
  { name: 'softmax', shape: [5] },
  { name: 'thresholdedReLU', shape: image },
  { name: 'flatten', shape: image },
  { name: 'reshape', config: { targetShape: [27, 8] }, shape: image },
  { name: 'permute', config: { dims: [2, 1, 3] }, shape: image },
  { name: 'repeatVector', config: { n: 3 }, shape: [5] },
  {
    name: 'cropping2D',
    config: {
      cropping: [
        [1, 1],
        [2, 0],
      ],
    },
    shape: image,
  },
  { name: 'zeroPadding2d', shape: image },
  // tfjs's cpu backend spreads this gradient wrongly over a batch.
  { name: 'upSampling2d', shape: [3, 3, 2], batch: 1 },
  { name: 'upSampling2d', config: { interpolation: 'bilinear' }, shape: [3, 3, 2] },
  { name: 'rescaling', config: { scale: 0.5, offset: 1 }, shape: image },
  { name: 'centerCrop', config: { height: 4, width: 4 }, shape: image, first: true },
  // Nor are its gradients of resizing right for pictures that are not square, or for a batch.
  { name: 'resizing', config: { height: 5, width: 4 }, shape: [8, 8, 3] },
  { name: 'resizing', config: { height: 5, width: 4, interpolation: 'nearest' }, shape: [8, 8, 3], batch: 1 },
  { name: 'masking', shape: sequence },
  { name: 'embedding', config: { inputDim: 20, outputDim: 16 }, shape: [6], below: 20 },
  { name: 'simpleRNN', config: { units: 4 }, shape: sequence },
  { name: 'gru', config: { units: 4 }, shape: sequence },
  { name: 'lstm', config: { units: 4, returnSequences: true }, shape: sequence },
  { name: 'convLstm2d', config: { filters: 2, kernelSize: 3 }, shape: [3, 5, 5, 2] },
  {
    name: 'rnn',
    config: () => ({
      cell: cell('stackedRNNCells', {
        cells: [cell('lstmCell', { units: 3 }), cell('gruCell', { units: 4 }), cell('simpleRNNCell', { units: 2 })],
      }),
    }),
    shape: sequence,
  },
  {
    name: 'bidirectional',
    config: () => ({ layer: cell('lstm', { units: 3 }), mergeMode: 'concat' }),
    shape: sequence,
  },
  {
    name: 'timeDistributed',
    config: () => ({ layer: cell('conv2d', { filters: 2, kernelSize: 2 }) }),
    shape: [3, 5, 5, 2],
  },
  { name: 'dropout', config: { rate: 0.3 }, shape: image, random: true },
  { name: 'alphaDropout', config: { rate: 0.3 }, shape: image, random: true },
  { name: 'gaussianDropout', config: { rate: 0.3 }, shape: image, random: true },
  { name: 'gaussianNoise', config: { stddev: 0.3 }, shape: image, random: true },
  { name: 'spatialDropout1d', config: { rate: 0.3 }, shape: sequence, random: true },
];

/** The layer between two layers with weights, so that both its gradients are needed; in place of the first, an embedding takes its numbers. */
function model({ name, config = {}, shape, inputs = 1, below, first }: Case): tf.LayersModel {
  const input = tf.input({ shape });
  const scale = () => tf.layers.dense({ units: shape.at(-1)!, activation: 'tanh' });
  const before = Array.from({ length: inputs }, () =>
    below || first ? input : (scale().apply(input) as tf.SymbolicTensor),
  );
  const layer = make[name]!(typeof config === 'function' ? config() : { ...config });
  const middle = layer.apply(inputs === 1 ? before[0]! : before) as tf.SymbolicTensor;
  const flat = middle.shape.length > 2 ? (tf.layers.flatten().apply(middle) as tf.SymbolicTensor) : middle;
  const outputs = tf.layers.dense({ units: 2 }).apply(flat) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs });
}

/** All weights after some steps of gradient descent from the given weights. */
async function train(
  backend: 'cpu' | 'wasm',
  made: () => tf.LayersModel,
  start: number[][],
  values: Float32Array,
  steps: number,
): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const net = made();
  net.setWeights(net.getWeights().map((weight, index) => tf.tensor(start[index]!, weight.shape)));
  net.compile({ optimizer: tf.train.sgd(0.05), loss: 'meanSquaredError' });
  const [, ...shape] = net.inputs[0]!.shape as number[];
  const batch = values.length / tf.util.sizeFromShape(shape);
  const [x, y] = [
    tf.tensor(values, [batch, ...shape]),
    tf.randomNormal([batch, net.outputs[0]!.shape.at(-1)!], 0, 1, 'float32', 9),
  ];
  for (let step = 0; step < steps; step++) await net.trainOnBatch(x, y);
  const weights = net.getWeights().map((weight) => weight.dataSync().slice() as Float32Array);
  net.dispose();
  tf.dispose([x, y]);
  return weights;
}

async function startOf(made: () => tf.LayersModel): Promise<number[][]> {
  await tf.setBackend('cpu');
  const net = made();
  // What has one axis is a bias or a scale and starts as the layer says.
  const weights = net
    .getWeights()
    .map((weight, index) => [
      ...(weight.rank > 1 ? tf.randomNormal(weight.shape, 0, 0.2, 'float32', index + 1) : weight).dataSync(),
    ]);
  net.dispose();
  return weights as number[][];
}

/** The largest difference of any weight between cpu and wasm. */
async function apart(made: () => tf.LayersModel, values: Float32Array, steps: number): Promise<number> {
  const start = await startOf(made);
  const [expected, got] = [
    await train('cpu', made, start, values, steps),
    await train('wasm', made, start, values, steps),
  ];
  let worst = 0;
  expected.forEach((weights, index) =>
    weights.forEach((weight, place) => {
      const off = Math.abs(weight - got[index]![place]!);
      worst = Math.max(worst, Number.isNaN(off) ? Infinity : off);
    }),
  );
  return worst;
}

function examples({ shape, below }: Pick<Case, 'shape' | 'below'>, batch = 4): Float32Array {
  const size = batch * tf.util.sizeFromShape(shape);
  const values = below ? tf.randomUniform([size], 0, below, 'int32', 5) : tf.randomNormal([size], 0, 1, 'float32', 5);
  const numbers = Float32Array.from(values.dataSync());
  values.dispose();
  return numbers;
}

test.each(
  cases.map((one) => ({
    ...one,
    title: `${one.name} ${JSON.stringify(one.config ?? {})}`,
  })),
)('$title trains as on cpu', async (one) => {
  const off = await apart(() => model(one), examples(one, one.batch), 3);
  if (one.random) expect(off).toBeLessThan(Infinity);
  else expect(off).toBeLessThan(2e-4);
});

test('every layer of the library is among these', () => {
  const tested = new Set(cases.map(({ name }) => name));
  const aliases = {
    avgPool1d: 1,
    avgPool2d: 1,
    avgPool3d: 1,
    avgPooling1d: 1,
    avgPooling2d: 1,
    avgPooling3d: 1,
    maxPool1d: 1,
    maxPool2d: 1,
    globalMaxPool1d: 1,
    globalMaxPool2d: 1,
  };
  // Bases, inputs, cells (inside rnn above), and two that pass no gradient: integers to counts, and a random crop.
  const others = [
    'Layer',
    'RNN',
    'RNNCell',
    'input',
    'inputLayer',
    'gruCell',
    'lstmCell',
    'simpleRNNCell',
    'stackedRNNCells',
    'convLstm2dCell',
    'categoryEncoding',
    'randomWidth',
  ];
  const missing = Object.keys(tf.layers).filter(
    (name) => !tested.has(name) && !(name in aliases) && !others.includes(name),
  );
  expect(missing).toEqual([]);
});

const article = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [14, 14, 3], filters: 8, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.separableConv2d({ filters: 8, kernelSize: 3, padding: 'same', activation: 'relu' }),
      tf.layers.batchNormalization(),
      tf.layers.maxPooling2d({ poolSize: 2, padding: 'same' }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 12, activation: 'relu' }),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });

const plain = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [14, 14, 3], filters: 8, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: 16, kernelSize: 3, activation: 'relu' }),
      tf.layers.averagePooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });

const residual = () => {
  const input = tf.input({ shape: [14, 14, 3] });
  const block = (x: tf.SymbolicTensor, strides: number) => {
    const made = tf.layers.conv2d({ filters: 8, kernelSize: 3, strides, padding: 'same', useBias: false }).apply(x);
    return tf.layers.batchNormalization().apply(made) as tf.SymbolicTensor;
  };
  const relu = (x: tf.SymbolicTensor) => tf.layers.reLU().apply(x) as tf.SymbolicTensor;
  const first = relu(block(input, 2));
  const sum = tf.layers.add().apply([first, block(relu(block(first, 1)), 1)]) as tf.SymbolicTensor;
  const pooled = tf.layers.globalAveragePooling2d({}).apply(relu(sum)) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: tf.layers.dense({ units: 3 }).apply(pooled) as tf.SymbolicTensor });
};

test.each([
  ['separable', article],
  ['plain', plain],
  ['residual', residual],
])('a whole %s network has the weights of cpu after 8 steps of gradient descent', async (_, made) => {
  expect(await apart(made, examples({ shape: [14, 14, 3] }, 16), 8)).toBeLessThan(2e-4);
});

const optimizers = {
  sgd: () => tf.train.sgd(0.05),
  momentum: () => tf.train.momentum(0.05, 0.9),
  nesterov: () => tf.train.momentum(0.05, 0.9, true),
  rmsprop: () => tf.train.rmsprop(0.01, 0.9, 0.5),
  centered: () => tf.train.rmsprop(0.01, 0.9, 0, 1e-12, true),
  adam: () => tf.train.adam(0.01),
  adamax: () => tf.train.adamax(0.01, 0.9, 0.999, 1e-7),
  adagrad: () => tf.train.adagrad(0.05),
  adadelta: () => tf.train.adadelta(0.5),
  // Every option other than tfjs's default.
  'sgd, options': () => tf.train.sgd(0.3),
  'momentum, options': () => tf.train.momentum(0.02, 0.4),
  'nesterov, options': () => tf.train.momentum(0.02, 0.4, true),
  'rmsprop, options': () => tf.train.rmsprop(0.02, 0.6, 0.3, 0.2),
  'adam, options': () => tf.train.adam(0.02, 0.7, 0.8, 0.3),
  'adamax, options': () => tf.train.adamax(0.02, 0.7, 0.8, 0.3, 0.1),
  'adagrad, options': () => tf.train.adagrad(0.02, 0.6),
  'adadelta, options': () => tf.train.adadelta(0.3, 0.8, 0.2),
};

test.each(Object.keys(optimizers) as (keyof typeof optimizers)[])('the optimizer %s steps as on cpu', async (name) => {
  const run = async (backend: 'cpu' | 'wasm') => {
    await tf.setBackend(backend);
    const optimizer = optimizers[name]();
    const [target, w] = [
      tf.randomNormal([37], 0, 1, 'float32', 1),
      tf.variable(tf.randomNormal([37], 0, 1, 'float32', 2)),
    ];
    const kept: tf.Tensor[] = [];
    for (let step = 0; step < 6; step++) {
      optimizer.minimize(() => w.sub(target).square().sum() as tf.Scalar, false, [w]);
      // A clone made between steps must not change with the variable.
      if (step === 2) kept.push(w.clone());
    }
    const values = [w.dataSync(), kept[0]!.dataSync()].map((data) => [...data]);
    optimizer.dispose();
    tf.dispose([w, target, ...kept]);
    return values.flat();
  };
  const [expected, got] = [await run('cpu'), await run('wasm')];
  // tfjs subtracts ε under the root of centered RMSProp where TensorFlow adds it; we add.
  const tolerance = name === 'centered' ? 1e-4 : 2e-5;
  expected.forEach((value, index) => expect(Math.abs(value - got[index]!)).toBeLessThan(tolerance));
});

test('centered RMSProp adds its epsilon under the root, where tfjs subtracts it', async () => {
  await tf.setBackend('wasm');
  const [rate, decay, momentum, epsilon] = [0.05, 0.6, 0.3, 0.2];
  const optimizer = tf.train.rmsprop(rate, decay, momentum, epsilon, true);
  const w = tf.variable(tf.tensor1d([2, -1, 0.5]));
  const expected = [2, -1, 0.5];
  const [squares, means, moments] = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let step = 0; step < 4; step++) {
    optimizer.minimize(() => w.square().sum() as tf.Scalar, false, [w]);
    for (let i = 0; i < 3; i++) {
      const gradient = 2 * expected[i]!;
      squares[i] = decay * squares[i]! + (1 - decay) * gradient ** 2;
      means[i] = decay * means[i]! + (1 - decay) * gradient;
      moments[i] = momentum * moments[i]! + (rate * gradient) / Math.sqrt(squares[i]! - means[i]! ** 2 + epsilon);
      expected[i]! -= moments[i]!;
    }
  }
  w.dataSync().forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 5));
  optimizer.dispose();
  w.dispose();
});

const losses = [
  'meanSquaredError',
  'meanAbsoluteError',
  'meanAbsolutePercentageError',
  'meanSquaredLogarithmicError',
  'squaredHinge',
  'hinge',
  'categoricalHinge',
  'logcosh',
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'binaryCrossentropy',
  'kullbackLeiblerDivergence',
  'poisson',
  'cosineProximity',
];

test.each(losses)('the loss %s has the gradient of cpu', async (loss) => {
  const run = async (backend: 'cpu' | 'wasm') => {
    await tf.setBackend(backend);
    const net = tf.sequential({
      layers: [tf.layers.dense({ inputShape: [5], units: 3, activation: 'softmax', kernelInitializer: 'ones' })],
    });
    net.setWeights([tf.randomNormal([5, 3], 0, 1, 'float32', 4), tf.zeros([3])]);
    net.compile({ optimizer: tf.train.sgd(0.1), loss, metrics: ['accuracy', 'mse'] });
    const x = tf.randomNormal([6, 5], 0, 1, 'float32', 1);
    const classes = tf.tensor1d([0, 2, 1, 1, 0, 2], 'int32');
    const y =
      loss === 'sparseCategoricalCrossentropy' ? classes.toFloat().expandDims(1) : tf.oneHot(classes, 3).toFloat();
    for (let step = 0; step < 2; step++) await net.trainOnBatch(x, y);
    return net.getWeights().flatMap((weight) => [...weight.dataSync()]);
  };
  const [expected, got] = [await run('cpu'), await run('wasm')];
  expected.forEach((value, index) =>
    expect(Math.abs(value - got[index]!) / Math.max(1, Math.abs(value))).toBeLessThan(5e-5),
  );
});
