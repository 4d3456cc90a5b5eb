import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { beforeEach, expect, test } from 'vitest';
import { startBackend } from '../../src/backend';
import { wasmMemory } from '../../src/backend/wasm/wasm-memory';
import { nodeFiles } from './node-files';

beforeEach(async () => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
});

function network(): tf.Sequential {
  const layers = [
    tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 4, kernelSize: 3, activation: 'relu' }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.batchNormalization(),
    tf.layers.separableConv2d({ filters: 4, kernelSize: 2, activation: 'relu' }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 3, activation: 'softmax' }),
  ];
  const made = tf.sequential({ layers });
  made.compile({ optimizer: tf.train.adam(0.001), loss: 'categoricalCrossentropy' });
  return made;
}

test('two thousand steps of training leave no tensor behind and grow no memory', { timeout: 120_000 }, async () => {
  const { memory } = wasmMemory(tf.backend() as BackendWasm);
  const net = network();
  const [x, y] = [tf.randomNormal([4, 8, 8, 1]), tf.oneHot(tf.tensor1d([0, 1, 2, 0], 'int32'), 3)];
  const measured: { tensors: number; bytes: number }[] = [];
  for (let step = 0; step < 2000; step++) {
    await net.trainOnBatch(x, y);
    if (step === 100 || step === 1999)
      measured.push({ tensors: tf.memory().numTensors, bytes: memory.buffer.byteLength });
  }
  expect(measured[1]).toEqual(measured[0]);
  net.dispose();
});

test('the kernels outlive the removal of their backend', async () => {
  tf.removeBackend('wasm');
  expect((await startBackend({ files: nodeFiles(), preferred: 'wasm' })).name).toBe('wasm');
  const net = network();
  const loss = await net.trainOnBatch(tf.ones([2, 8, 8, 1]), tf.oneHot(tf.tensor1d([0, 1], 'int32'), 3));
  expect(loss).toBeGreaterThan(0);
  net.dispose();
});

test('the private parts of tfjs 4.22.0 that we use are where we look for them', async () => {
  expect(tf.version.tfjs).toBe('4.22.0');
  const backend = tf.backend() as BackendWasm;
  expect(wasmMemory(backend).memory).toBeInstanceOf(WebAssembly.Memory);
  const numbered = backend as unknown as { dataIdNextNumber: number };
  expect(numbered.dataIdNextNumber).toBeTypeOf('number');
  const tensor = tf.ones([3]);
  const record = backend.dataIdMap.get(tensor.dataId);
  expect(record).toMatchObject({ refCount: 1, shape: [3], dtype: 'float32' });
  expect(new Float32Array(wasmMemory(backend).memory.buffer, record.memoryOffset, 3)).toEqual(
    new Float32Array([1, 1, 1]),
  );
  const [adam, momentum, rms] = [tf.train.adam(0.1), tf.train.momentum(0.1, 0.9), tf.train.rmsprop(0.1)];
  expect(adam).toMatchObject({
    accumulatedFirstMoment: [],
    accumulatedSecondMoment: [],
    learningRate: 0.1,
    beta1: 0.9,
    beta2: 0.999,
  });
  expect(adam).toHaveProperty('accBeta1');
  expect(momentum).toMatchObject({ accumulations: [], momentum: 0.9, useNesterov: false });
  expect(rms).toMatchObject({
    accumulatedMeanSquares: [],
    accumulatedMoments: [],
    accumulatedMeanGrads: [],
    decay: 0.9,
    centered: false,
  });
  const convolution = tf.layers.conv2d({ inputShape: [4, 4, 1], filters: 2, kernelSize: 3, activation: 'relu' });
  expect(convolution).toMatchObject({
    strides: [1, 1],
    padding: 'valid',
    dataFormat: 'channelsLast',
    dilationRate: [1, 1],
  });
  const separable = tf.layers.separableConv2d({ filters: 2, kernelSize: 3 });
  separable.build([null, 4, 4, 1]);
  for (const weight of ['depthwiseKernel', 'pointwiseKernel', 'bias'])
    expect(separable).toHaveProperty(`${weight}.read`);
  const norm = tf.layers.batchNormalization();
  expect(norm).toMatchObject({ axis: -1, momentum: 0.99, epsilon: 1e-3 });
});

test('a weight that was cloned keeps its values while training goes on', async () => {
  const net = network();
  const [weight] = net.getWeights();
  const before = weight!.clone();
  const values = before.dataSync().slice();
  await net.trainOnBatch(tf.randomNormal([2, 8, 8, 1]), tf.oneHot(tf.tensor1d([0, 1], 'int32'), 3));
  expect(before.dataSync()).toEqual(values);
  expect(net.getWeights()[0]!.dataSync()).not.toEqual(values);
});

test('prediction follows weights that were trained in place', async () => {
  const net = network();
  const x = tf.randomNormal([2, 8, 8, 1]);
  const y = tf.oneHot(tf.tensor1d([0, 1], 'int32'), 3);
  const copyOf = (model: tf.Sequential) => {
    const copy = network();
    copy.setWeights(model.getWeights().map((weight) => tf.tensor(weight.dataSync().slice(), weight.shape)));
    return copy;
  };
  for (let step = 0; step < 3; step++) {
    await net.trainOnBatch(x, y);
    const expected = (copyOf(net).predict(x) as tf.Tensor).dataSync();
    (net.predict(x) as tf.Tensor).dataSync().forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 5));
  }
});
