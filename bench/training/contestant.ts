// One contestant: a worker with its own tfjs. It answers each order with milliseconds per training step.
import * as tf from '@tensorflow/tfjs';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import kernels from '../../.generated/kernels.wasm?url';
import threadedKernels from '../../.generated/kernels-threads.wasm?url';
import { startBackend } from '../../src/backend';
import { fieldsOf, type KernelArguments } from '../../src/backend/abi';
import { installComposedGradients } from '../composed-gradients';
import { models, type ModelName } from './models';

export type Order =
  | { kind: 'start'; backend: 'cpu' | 'webgl' | 'composed' | 'ours'; threads?: number }
  | { kind: 'steps'; model: ModelName; batch: number; steps: number }
  | { kind: 'profile'; model: ModelName; batch: number; steps: number }
  | { kind: 'weights'; model: ModelName; batch: number; steps: number }
  | { kind: 'peak' };

interface Task {
  model: tf.LayersModel;
  x: tf.Tensor;
  y: tf.Tensor;
}
const tasks = new Map<string, Task>();

onmessage = async ({ data }: MessageEvent<Order>) => {
  try {
    postMessage({ answer: await answer(data) });
  } catch (error) {
    postMessage({ error: String((error as Error).stack ?? error) });
  }
};

async function answer(order: Order): Promise<unknown> {
  if (order.kind === 'start') return start(order.backend, order.threads);
  if (order.kind === 'peak') return peak();
  if (order.kind === 'weights') return weights(order.model, order.batch, order.steps);
  const { model, x, y } = task(order.model, order.batch, order.steps);
  const fit = () =>
    model.fit(x, y, { batchSize: order.batch, epochs: 1, verbose: 0, shuffle: true, yieldEvery: 'never' });
  if (order.kind === 'steps') {
    const begin = performance.now();
    await fit();
    return (performance.now() - begin) / order.steps;
  }
  return profile(fit, order.steps);
}

async function start(backend: 'cpu' | 'webgl' | 'composed' | 'ours', threads = 1): Promise<unknown> {
  const files = { plain, simd, threadedSimd, kernels, threadedKernels };
  if (backend === 'ours') return startBackend({ files, preferred: 'wasm', threads });
  if (backend === 'composed')
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plain,
      'tfjs-backend-wasm-simd.wasm': simd,
      'tfjs-backend-wasm-threaded-simd.wasm': threadedSimd,
    });
  if (backend === 'webgl') tf.env().set('WEBGL_VERSION', 2);
  await tf.setBackend(backend === 'composed' ? 'wasm' : backend);
  await tf.ready();
  if (backend === 'composed') installComposedGradients();
  return tf.getBackend();
}

function task(name: ModelName, batch: number, steps: number): Task {
  const key = `${name} ${batch} ${steps}`;
  const known = tasks.get(key);
  if (known) return known;
  const model = models[name]();
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const [, ...size] = model.inputs[0]!.shape as number[];
  const x = tf.randomNormal([batch * steps, ...size], 0, 1, 'float32', 1);
  const y = tf.oneHot(tf.randomUniform([batch * steps], 0, 10, 'int32', 2), 10);
  const made = { model, x, y };
  tasks.set(key, made);
  return made;
}

/** All weights after some steps of gradient descent from fixed weights: they must not depend on the number of threads. */
async function weights(name: ModelName, batch: number, steps: number): Promise<number[]> {
  const model = models[name]();
  model.setWeights(
    model
      .getWeights()
      .map((weight, index) => (weight.rank > 1 ? tf.randomNormal(weight.shape, 0, 0.1, 'float32', index + 1) : weight)),
  );
  model.compile({ optimizer: tf.train.sgd(0.01), loss: 'categoricalCrossentropy' });
  const [, ...size] = model.inputs[0]!.shape as number[];
  const x = tf.randomNormal([batch, ...size], 0, 1, 'float32', 1);
  const y = tf.oneHot(tf.range(0, batch, 1, 'int32').mod(tf.scalar(10, 'int32')), 10);
  for (let step = 0; step < steps; step++) await model.trainOnBatch(x, y);
  return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
}

/** Milliseconds and calls per step of every kernel. */
async function profile(fit: () => Promise<unknown>, steps: number): Promise<unknown> {
  const spent = new Map<string, { ms: number; calls: number }>();
  const restore: (() => void)[] = [];
  for (const config of tf.getKernelsForBackend(tf.getBackend())) {
    const { kernelName, kernelFunc } = config;
    config.kernelFunc = (call) => {
      const begin = performance.now();
      const made = kernelFunc(call);
      const row = spent.get(kernelName) ?? { ms: 0, calls: 0 };
      spent.set(kernelName, { ms: row.ms + performance.now() - begin, calls: row.calls + 1 });
      return made;
    };
    restore.push(() => (config.kernelFunc = kernelFunc));
  }
  const begin = performance.now();
  await fit();
  const total = (performance.now() - begin) / steps;
  restore.forEach((put) => put());
  const rows = [...spent].map(([name, { ms, calls }]) => ({ name, ms: ms / steps, calls: calls / steps }));
  return { total, rows: rows.sort((a, b) => b.ms - a.ms) };
}

/** GFLOP/s of the inner loop that all our products share, by itself on one thread. */
async function peak(): Promise<{ peak: number }> {
  const module = await WebAssembly.compile(await (await fetch(kernels)).arrayBuffer());
  const memory = new WebAssembly.Memory({ initial: 4 });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const tile = exports['tilePeak'] as (args: number, thread: number, threads: number) => void;
  const args = 1024;
  const given: KernelArguments<'tilePeak'> = { rows: 4096, panel: 16384, result: 65536, depth: 256, times: 2000 };
  const block = new Map<string, number>(Object.entries(given));
  new Int32Array(memory.buffer).set(
    fieldsOf('tilePeak').map(({ name }) => block.get(name)!),
    args / 4,
  );
  let best = Infinity;
  for (let round = 0; round < 30; round++) {
    const begin = performance.now();
    tile(args, 0, 1);
    best = Math.min(best, performance.now() - begin);
  }
  return { peak: (64 * given.depth * given.times) / best / 1e6 };
}
