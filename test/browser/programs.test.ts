import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellNames, openSite, runCell, touchScreen, typeInto, type OpenPage, type Site, outputAt } from './site';

// The calls, the shapes and the habits (JavaScript without types, functions named like those of the book, a training that nobody awaits) of
// the programs that people learn TensorFlow.js from; only their data are the book's own.

let site: Site;
let reader: OpenPage;
let cell = '';
beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/pooling/', touchScreen);
  cell = (await cellNames(reader.page)).at(-1) ?? '';
});
afterAll(() => site.close());

/** The state of the cell after the program has run in it, and all that it showed. */
async function run(source: string): Promise<string> {
  await typeInto(reader.page, cell, source);
  const state = await runCell(reader.page, cell);
  const texts = await reader.page.locator(outputAt(cell)).allInnerTexts();
  return [state, ...texts].join('\n');
}

/** The number that stands behind a word in a text. */
const numberAfter = (word: string, text: string) => Number(new RegExp(`${word} (-?[\\d.]+)`).exec(text)?.[1]);

it('a convolutional network of single operations, trained by minimize', async () => {
  const text = await run(`import * as tf from '@tensorflow/tfjs';

// In braces, as the message about names that two cells declare advises.
{
class Digits {
  async load() { this.all = await digits({ train: 1000, test: 100 }); this.position = 0; }
  next(count) {
    const { images, labels } = this.all.train;
    const begin = this.position % (1000 - count);
    this.position += count;
    return { xs: images.slice([begin], [count]).reshape([count, 784]), labels: labels.slice([begin], [count]) };
  }
}

const optimizer = tf.train.sgd(0.1);
const kernels1 = tf.variable(tf.randomNormal([5, 5, 1, 4], 0, 0.1, 'float32', 1));
const kernels2 = tf.variable(tf.randomNormal([5, 5, 4, 8], 0, 0.1, 'float32', 2));
const dense = tf.variable(tf.randomNormal([7 * 7 * 8, 10], 0, 0.05, 'float32', 3));
const bias = tf.variable(tf.zeros([10]));

function logits(xs) {
  const images = xs.as4D(-1, 28, 28, 1);
  const first = tf.tidy(() => images.conv2d(kernels1, 1, 'same').relu().maxPool([2, 2], 2, 0));
  const second = tf.tidy(() => first.conv2d(kernels2, 1, 'same').relu().maxPool([2, 2], 2, 0));
  return second.as2D(-1, dense.shape[0]).matMul(dense).add(bias);
}

const source = new Digits();

async function learn() {
  for (let step = 0; step < 60; step++) {
    const cost = optimizer.minimize(() => {
      const batch = source.next(64);
      return tf.losses.softmaxCrossEntropy(batch.labels, logits(batch.xs)).mean();
    }, true);
    if (step === 0 || step === 59) console.log('cost ' + cost.dataSync()[0]);
    await tf.nextFrame();
  }
}

async function main() {
  await source.load();
  await learn();
  const { images, labels } = source.all.test;
  const guesses = Array.from(tf.tidy(() => logits(images).argMax(1)).dataSync());
  const truth = Array.from(labels.argMax(1).dataSync());
  console.log('right ' + guesses.filter((guess, n) => guess === truth[n]).length);
}
main();
}`);
  expect(text).toMatch(/^done\n/);
  expect(numberAfter('cost', text)).toBeGreaterThan(2);
  expect(numberAfter('right', text)).toBeGreaterThan(50);
});

it('a model of layers that is built by add, fitted with callbacks by batch, and evaluated', async () => {
  const text = await run(`import * as tf from '@tensorflow/tfjs';

function createModel() {
  const net = tf.sequential();
  net.add(tf.layers.conv2d({ inputShape: [28, 28, 1], kernelSize: 3, filters: 8, activation: 'relu' }));
  net.add(tf.layers.maxPooling2d({ poolSize: 2, strides: 2 }));
  net.add(tf.layers.conv2d({ kernelSize: 3, filters: 16, activation: 'relu' }));
  net.add(tf.layers.maxPooling2d({ poolSize: 2, strides: 2 }));
  net.add(tf.layers.flatten({}));
  net.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
  return net;
}

async function start() {
  const { train, test } = await digits({ train: 1000, test: 100 });
  const net = createModel();
  net.summary();
  net.compile({ optimizer: 'rmsprop', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  let batches = 0;
  let valAcc;
  await net.fit(train.images, train.labels, {
    batchSize: 50,
    validationSplit: 0.15,
    epochs: 3,
    callbacks: {
      onBatchEnd: async (batch, logs) => { batches++; if (!(logs.acc >= 0)) throw new Error('no accuracy'); await tf.nextFrame(); },
      onEpochEnd: async (epoch, logs) => { valAcc = logs.val_acc; console.log('validation', epoch, valAcc.toFixed(2)); await tf.nextFrame(); },
    },
  });
  const result = net.evaluate(test.images, test.labels);
  console.log('batches ' + batches + ' accuracy ' + result[1].dataSync()[0]);
  tf.tidy(() => {
    const output = net.predict(test.images);
    console.log('predictions ' + Array.from(output.argMax(1).dataSync()).length);
  });
}
start();`);
  expect(text).toMatch(/^done\n/);
  expect(text).toMatch(/Total params/);
  expect(text).toMatch(/validation 2 0\.\d\d/);
  expect(numberAfter('batches', text)).toBe(51);
  expect(numberAfter('accuracy', text)).toBeGreaterThan(0.5);
  expect(numberAfter('predictions', text)).toBe(100);
});

it('a network that is taught again with its first layers frozen', async () => {
  const text = await run(`import * as tf from '@tensorflow/tfjs';

const net = tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 4, kernelSize: 3, strides: 2, activation: 'relu' }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 10, activation: 'softmax' }),
] });
const copyOf = (layer) => Array.from(layer.getWeights()[0].dataSync());

async function retrain() {
  const { train } = await digits({ train: 300, test: 10 });
  const before = net.layers.map((layer) => layer.getWeights().length > 0 && copyOf(layer));
  for (let i = 0; i < 2; ++i) net.layers[i].trainable = false;
  net.compile({ loss: 'categoricalCrossentropy', optimizer: tf.train.adam(0.01), metrics: ['acc'] });
  net.summary();
  await net.fit(train.images, train.labels, {
    batchSize: 50,
    epochs: 2,
    validationData: [train.images, train.labels],
    callbacks: [{ onTrainBegin: () => console.log('begins') }, { onEpochEnd: (epoch, logs) => console.log(epoch, logs) }],
  });
  const same = net.layers.map((layer, n) => before[n] && copyOf(layer).every((weight, i) => weight === before[n][i]));
  console.log('same', JSON.stringify(same));
}
retrain().then(() => console.log('ends'));`);
  expect(text).toMatch(/^done\n/);
  expect(text).toMatch(/Non-trainable\s+40\b/);
  expect(text).toMatch(/begins[\s\S]*val_loss[\s\S]*ends/);
  expect(text).toContain('same [true,false,false]');
});

it('a data set that is shuffled, cut into batches and given to fitDataset', async () => {
  const text = await run(`import * as tf from '@tensorflow/tfjs';

function makeData(from, count) {
  const rows = Array.from({ length: count }, (_, n) => [Math.sin(from + n), Math.cos(from + n)]);
  const xs = tf.data.array(rows);
  const ys = tf.data.array(rows.map(([x]) => (x > 0 ? [1, 0] : [0, 1])));
  return tf.data.zip({ xs, ys });
}

async function train() {
  const trainData = makeData(0, 200).shuffle(200, '1').batch(20);
  const testData = makeData(1000, 40).batch(40);
  const net = tf.sequential();
  net.add(tf.layers.dense({ units: 8, activation: 'sigmoid', inputShape: [2] }));
  net.add(tf.layers.dense({ units: 2, activation: 'softmax' }));
  net.compile({ optimizer: tf.train.adam(0.05), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const logged = [];
  await net.fitDataset(trainData, {
    epochs: 8,
    validationData: testData,
    callbacks: { onEpochEnd: async (epoch, logs) => { logged.push(logs); } },
  });
  console.log('epochs ' + logged.length + ' first ' + logged[0].val_loss + ' last ' + logged[7].val_loss);
  const [{ xs, ys }] = await testData.toArray();
  const right = net.predict(xs).argMax(-1).equal(ys.argMax(-1)).sum();
  console.log('right ' + right.dataSync()[0]);
}
train();`);
  expect(text).toMatch(/^done\n/);
  expect(numberAfter('epochs', text)).toBe(8);
  expect(numberAfter('last', text)).toBeLessThan(numberAfter('first', text) / 2);
  expect(numberAfter('right', text)).toBeGreaterThan(35);
});
