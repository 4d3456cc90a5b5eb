import { beforeAll, describe, expect, it } from 'vitest';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';
import type { Case } from './hint-table';
import { outputsOf, startNodeKernel, type NodeKernel } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
  const before = `const inputs = tf.ones([20, 2]); const ones = tf.ones([20, 1]);
    const classes = (n, depth) => tf.oneHot(tf.fill([20], n, 'int32'), depth);
    const make = (units, activation, loss, metrics = []) => {
      const model = tf.sequential({ layers: [tf.layers.dense({ units, activation, inputShape: [2], name: 'last' + Math.random() })] });
      model.compile({ optimizer: 'sgd', loss, metrics });
      return model;
    };`;
  expect((await node.run('before', before)).outcome).toBe('done');
});

const fit = (model: string, labels: string, options = '{}'): string =>
  `await make(${model}).fit(inputs, ${labels}, ${options});`;
const binary = "1, 'sigmoid', 'binaryCrossentropy'";

const silent: Case[] = [
  [
    'softmax over one unit',
    fit("1, 'softmax', 'binaryCrossentropy'", 'ones'),
    'Softmax over one unit always gives 1',
    'softmax 的结果总是 1',
  ],
  [
    'numbers of any size for a cross-entropy',
    fit("3, 'linear', 'categoricalCrossentropy'", 'classes(1, 3)'),
    "Give it activation: 'softmax'",
    "请改为 activation: 'softmax'",
  ],
  [
    'the same with class numbers',
    fit("3, 'tanh', 'sparseCategoricalCrossentropy'", 'ones'),
    "has activation: 'tanh'",
    "activation 是 'tanh'",
  ],
  [
    'the same for two classes',
    fit("1, 'linear', 'binaryCrossentropy'", 'ones'),
    "Give it activation: 'sigmoid'",
    "请改为 activation: 'sigmoid'",
  ],
  [
    'accuracy over ten outputs by themselves',
    fit("10, 'sigmoid', 'binaryCrossentropy', ['accuracy']", 'classes(1, 10)'),
    'counts each of 10 outputs by itself: “no” everywhere is already right in 90%',
    '全部答“否”就已经对了 90%',
  ],
  [
    'a class number too many',
    fit("3, 'softmax', 'sparseCategoricalCrossentropy'", 'tf.fill([20], 3)'),
    'go from 3 to 3, but the model has the classes 0 to 2',
    '从 3 到 3，而模型的类别是 0 到 2',
  ],
  [
    'a class number below 0',
    fit("3, 'softmax', 'sparseCategoricalCrossentropy'", 'tf.fill([20], -1)'),
    'go from -1 to -1',
    '从 -1 到 -1',
  ],
  [
    'a class number beyond the depth',
    fit("3, 'softmax', 'categoricalCrossentropy'", 'classes(3, 3)'),
    '20 labels are zeros only',
    '有 20 个标签全是 0',
  ],
  [
    'a validation of 20 shares',
    fit(binary, 'ones', '{ validationSplit: 20 }'),
    'validationSplit: 20 was ignored',
    'validationSplit: 20 没有起作用',
  ],
  [
    'early stopping without validation',
    fit(binary, 'ones', '{ callbacks: tf.callbacks.earlyStopping() }'),
    'Early stopping watched val_loss, which this training does not have, and so never stopped. It has: loss. What begins with val_',
    '早停监视的是 val_loss',
  ],
  [
    'early stopping on a longer name',
    fit(
      `${binary}, ['accuracy']`,
      'ones',
      "{ callbacks: [{ onEpochEnd() {} }, tf.callbacks.earlyStopping({ monitor: 'accuracy' })] }",
    ),
    'It has: loss, acc. Accuracy is called acc here',
    '现有的是：loss、acc。准确率在这里叫 acc',
  ],
];

/** Cells that look like those, and are right. */
const right: [string, string][] = [
  ['softmax over two', fit("2, 'softmax', 'categoricalCrossentropy', ['accuracy']", 'classes(1, 2)')],
  ['linear outputs for a number', fit("1, 'linear', 'meanSquaredError'", 'ones')],
  [
    'logits for a loss that takes them',
    fit("3, 'linear', (labels, guesses) => tf.losses.softmaxCrossEntropy(labels, guesses)", 'classes(1, 3)'),
  ],
  ['several classes at once', fit("3, 'sigmoid', 'binaryCrossentropy', ['accuracy']", 'tf.ones([20, 3])')],
  ['the last class', fit("3, 'softmax', 'sparseCategoricalCrossentropy'", 'tf.fill([20], 2)')],
  ['a share of the examples', fit(binary, 'ones', '{ validationSplit: 0.2, callbacks: tf.callbacks.earlyStopping() }')],
  ['no share at all', fit(binary, 'ones', '{ validationSplit: 0 }')],
];

async function notesOf(source: string): Promise<string[]> {
  const ran = await node.run('silent', source);
  expect(ran.outcome).toBe('done');
  return outputsOf(ran, 'log').flatMap(({ head }) =>
    head.filter(({ level }) => level === 'info').map(({ text }) => text),
  );
}

describe('a training that nothing can come of', () => {
  it.each(silent)('is noted once, below the output: %s', async (_, source, english, chinese) => {
    useWords(zhCn, 'zh-cn');
    expect(await notesOf(source)).toEqual([expect.stringContaining(chinese)]);
    useWords(en, 'en');
    expect(await notesOf(source)).toEqual([expect.stringContaining(english)]);
  });

  it('is noted once however often it is repeated, and costs no tensor', async () => {
    const source = `const model = make(3, 'softmax', 'sparseCategoricalCrossentropy');
      for (let time = 0; time < 3; time += 1) await model.fit(inputs, tf.fill([20], 3));`;
    expect(await notesOf(source)).toHaveLength(1);
    const before = (await node.run('count', 'tf.memory().numTensors')).tensors;
    await notesOf(source);
    expect((await node.run('count', 'tf.memory().numTensors')).tensors).toBe(before);
  });

  it.each(right)('is not seen where there is none: %s', async (_, source) => {
    useWords(en, 'en');
    expect(await notesOf(source)).toEqual([]);
  });
});
