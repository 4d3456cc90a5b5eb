import { beforeAll, describe, expect, it } from 'vitest';
import { expectHints, type Case } from './hint-table';
import { startNodeKernel, type NodeKernel } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
  const before = `const dense = (units, takes, options) => {
      const model = tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [takes], ...options })] });
      model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
      return model;
    };
    const line = dense(1, 1); const wide = dense(10, 28); const three = dense(1, 3);
    const masks = tf.sequential({ layers: [
      tf.layers.conv2d({ filters: 1, kernelSize: 3, padding: 'same', activation: 'sigmoid', inputShape: [16, 16, 3] })] });
    masks.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' });
    const pairs = (xs, ys) => tf.data.zip({ xs: tf.data.array([xs]), ys: tf.data.array([ys]) });`;
  expect((await node.run('before', before)).outcome).toBe('done');
});

const data: Case[] = [
  [
    'masks without their channel axis',
    'await masks.fit(tf.ones([2, 16, 16, 3]), tf.ones([2, 16, 16]))',
    'The model gives [batch, 16, 16, 1], the labels are [2, 16, 16]: their last axis is missing. Add it with labels.expandDims(-1)',
    '用 labels.expandDims(-1) 补上',
  ],
  [
    'pictures for masks without theirs',
    'await masks.fit(tf.ones([2, 16, 16]), tf.ones([2, 16, 16, 1]))',
    'The model takes [batch, 16, 16, 3]; this is [2, 16, 16]',
    '模型的输入应为 [批次, 16, 16, 3]',
  ],
  ['texts for oneHot', "tf.oneHot(tf.tensor1d(['cat', 'dog']), 2)", 'names.indexOf(label)', '这些是文本'],
  [
    'texts as labels',
    "await line.fit(tf.ones([2, 1]), tf.tensor1d(['cat', 'dog']))",
    'names.indexOf(label)',
    '这些是文本',
  ],
  ['texts as a list', "await line.fit(tf.ones([2, 1]), ['cat', 'dog'])", 'names.indexOf(label)', '这些是文本'],
  [
    'texts for ten classes',
    "await wide.fit(tf.ones([2, 28]), tf.tensor1d(['cat', 'dog']))",
    'names.indexOf(label)',
    '这些是文本',
  ],
  ['lists to train on', 'await line.fit([[1], [2]], [[1], [2]])', 'fit() takes a tensor', 'fit() 需要一个张量'],
  ['one number to train on', 'await line.fit([1], [1])', 'fit() takes a tensor', 'fit() 需要一个张量'],
  ['lists as labels', 'await line.fit(tf.ones([2, 1]), [1, 2])', 'fit() takes a tensor', 'fit() 需要一个张量'],
  [
    'a typed array to predict from',
    'line.predict(new Float32Array([5]))',
    'predict() takes a tensor',
    'predict() 需要',
  ],
  ['a number to evaluate', 'line.evaluate(5, 5)', 'evaluate() takes a tensor', 'evaluate() 需要'],
  [
    'tensors without batches',
    'await wide.fitDataset(pairs(tf.ones([28]), tf.ones([10])), { epochs: 1 })',
    'dataset.batch(32)',
    'dataset.batch(32)',
  ],
  [
    'lists without batches',
    'await three.fitDataset(pairs([1, 2, 3], [1]), { epochs: 1 })',
    'dataset.batch(32)',
    'dataset.batch(32)',
  ],
  [
    'numbers without batches',
    'await line.fitDataset(pairs(1, 1), { epochs: 1 })',
    'dataset.batch(32)',
    'dataset.batch(32)',
  ],
  [
    'numbers to evaluate without batches',
    'await line.evaluateDataset(pairs(1, 1), { batches: 1 })',
    'dataset.batch(32)',
    'dataset.batch(32)',
  ],
  [
    'typed arrays with four axes',
    'tf.tensor4d([new Float32Array(4)], [1, 2, 2, 1])',
    'tf.tensor2d(list)',
    'tf.tensor2d(list)',
  ],
];

const building: Case[] = [
  [
    'channels first',
    'tf.sequential({ layers: [tf.layers.conv2d({ filters: 8, kernelSize: 3, inputShape: [1, 28, 28] })] })',
    'Channels come last here. In [batch, 1, 28, 28] they seem to come first: write inputShape: [28, 28, 1]',
    '请写 inputShape: [28, 28, 1]',
  ],
  [
    'a pooling larger than its picture',
    'tf.sequential({ layers: [tf.layers.maxPooling2d({ poolSize: 8, inputShape: [4, 4, 1], name: "pool" })] })',
    'At pool only [batch, 4, 4, 1] is left, less than its window',
    '到 pool 时只剩下 [批次, 4, 4, 1]',
  ],
  [
    'the same, applied',
    'tf.layers.averagePooling2d({ poolSize: 8, name: "pool" }).apply(tf.input({ shape: [4, 4, 1] }))',
    'At pool only [batch, 4, 4, 1] is left',
    '到 pool 时只剩下 [批次, 4, 4, 1]',
  ],
  [
    'a convolution larger than its picture, applied',
    'tf.layers.conv2d({ filters: 1, kernelSize: 7, name: "conv" }).apply(tf.input({ shape: [4, 4, 1] }))',
    'At conv only [batch, 4, 4, 1] is left',
    '到 conv 时只剩下 [批次, 4, 4, 1]',
  ],
  [
    'minus three filters',
    'tf.layers.conv2d({ filters: -3, kernelSize: 3 })',
    'filters is a whole number from 1 up; this is -3',
    'filters 应是不小于 1 的整数，这里是 -3',
  ],
  ['half a unit', 'tf.layers.dense({ units: 2.5 })', 'units is a whole number from 1 up; this is 2.5', 'units 应是'],
  [
    'no pool size',
    'tf.layers.maxPooling2d({ poolSize: 0 })',
    'poolSize is a whole number from 1 up; this is 0',
    'poolSize 应是',
  ],
  [
    'no stride',
    'tf.layers.conv2d({ filters: 1, kernelSize: 3, strides: 0 })',
    'strides is a whole number from 1 up; this is 0',
    'strides 应是',
  ],
  [
    'half a kernel size',
    'tf.layers.conv2d({ filters: 3, kernelSize: [3] })',
    'a list of 2 numbers: kernelSize: [3, 3]',
    '2 个数的列表：kernelSize: [3, 3]',
  ],
  [
    'a function as activation',
    'tf.layers.dense({ units: 1, activation: tf.relu })',
    "activation: 'relu'",
    "activation: 'relu'",
  ],
  [
    'a loss of tf.losses by name',
    "line.compile({ optimizer: 'sgd', loss: 'softmaxCrossEntropy' })",
    "Did you mean 'categoricalCrossentropy'?",
    "'categoricalCrossentropy'",
  ],
  [
    'early stopping as an option',
    'await wide.fit(tf.ones([2, 28]), tf.ones([2, 10]), { callback: tf.callbacks.earlyStopping() })',
    'callbacks: [tf.callbacks.earlyStopping()]',
    'callbacks: [tf.callbacks.earlyStopping()]',
  ],
  [
    'a model at an address of a page',
    "await line.save('localstorage://x')",
    "model.save('indexeddb://clothes')",
    "model.save('indexeddb://clothes')",
  ],
  [
    'the same as a file',
    "await line.save('file://x')",
    "model.save('indexeddb://clothes')",
    "model.save('indexeddb://clothes')",
  ],
];

/** Names of earlier versions, other spaces and other libraries, and what is meant. */
const renamed: [given: string, meant: string][] = [
  ['tf.fromPixels(1)', 'tf.browser.fromPixels'],
  ['tf.toPixels(1)', 'tf.browser.toPixels'],
  ['tf.loadModel(1)', 'tf.loadLayersModel'],
  ['tf.loadFrozenModel(1)', 'tf.loadGraphModel'],
  ['tf.batchNormalization(1)', 'tf.batchNorm'],
  ['tf.train.AdamOptimizer(1)', 'tf.train.adam'],
  ['tf.dense({})', 'tf.layers.dense'],
  ['tf.image.fromPixels(1)', 'tf.browser.fromPixels'],
  ['tf.nn.relu(1)', 'tf.relu'],
  ['tf.losses.mse(1)', 'tf.losses.meanSquaredError'],
];

describe('what a training is given', () => {
  it.each(data)('%s', async (...mistake) => expectHints(node, mistake));
});

describe('how a model is built', () => {
  it.each(building)('%s', async (...mistake) => expectHints(node, mistake));
});

describe('a name that TensorFlow.js does not have', () => {
  it.each(renamed)('%s', async (source, meant) => {
    await expectHints(node, [source, source, `Did you mean ${meant}?`, `你是想写 ${meant} 吗`]);
  });
});
