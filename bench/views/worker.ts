// The reader's side: a model, `inspect` of it, and trainings with and without a watch, on the book's own backend.
import * as tf from '@tensorflow/tfjs';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import kernels from '../../.generated/kernels.wasm?url';
import threadedKernels from '../../.generated/kernels-threads.wasm?url';
import { startBackend } from '../../src/backend';
import { bindStage, buffersOf, inspect, trainingView, type Stage } from '../../src/lab';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

export type Order = { kind: 'inspect' } | { kind: 'train'; watch: boolean; epochs: number };
export type Answer = { kind: 'output'; slot: string; output: unknown } | { kind: 'done'; value: unknown };

useWords(en, 'en');
let slots = 0;
const stage: Stage = {
  emit(output, slot = `${slots++}`) {
    postMessage({ kind: 'output', slot, output } satisfies Answer);
    return slot;
  },
  give(output, slot = `${slots++}`) {
    postMessage({ kind: 'output', slot, output } satisfies Answer, { transfer: buffersOf(output) });
    return slot;
  },
  stopped: () => false,
  control: () => undefined,
};
const verbs = bindStage({ inspect, trainingView }, stage);
const ready = startBackend({
  files: { plain, simd, threadedSimd, kernels, threadedKernels },
  preferred: 'wasm',
  threads: 1,
});

onmessage = async ({ data }: MessageEvent<Order>) => {
  await ready;
  const value = data.kind === 'inspect' ? look() : await train(data.watch, data.epochs);
  postMessage({ kind: 'done', value } satisfies Answer);
};

/** Two convolutions of 64 channels over 64 × 64. */
function look(): number {
  const { conv2d, maxPooling2d } = tf.layers;
  const layers = [
    conv2d({ inputShape: [64, 64, 3], filters: 64, kernelSize: 3, padding: 'same', activation: 'relu', name: 'first' }),
    conv2d({ filters: 64, kernelSize: 3, padding: 'same', activation: 'relu', name: 'second' }),
    maxPooling2d({ poolSize: 2 }),
  ];
  const start = performance.now();
  verbs.inspect(tf.sequential({ layers, name: 'net' }), tf.randomUniform([64, 64, 3]));
  return performance.now() - start;
}

let task: { model: tf.LayersModel; x: tf.Tensor; y: tf.Tensor } | undefined;

/** Milliseconds of one `fit`, and those of it that its callbacks took. */
async function train(watch: boolean, epochs: number): Promise<{ fit: number; callbacks: number }> {
  task ??= makeTask();
  const { model, x, y } = task;
  const things = [
    { filters: 'conv' },
    { featureMaps: 'conv', of: x.slice(0, 1) },
    { weights: 'dense' },
    { gradients: 'dense' },
  ];
  const view = verbs.trainingView(watch ? { watch: things } : {});
  let spent = 0;
  for (const name of ['onTrainBegin', 'onBatchEnd', 'onEpochEnd', 'onTrainEnd'] as const) {
    const own = view[name].bind(view) as (...values: unknown[]) => Promise<void>;
    view[name] = async (...values: unknown[]) => {
      const begin = performance.now();
      await own(...values);
      spent += performance.now() - begin;
    };
  }
  const start = performance.now();
  await model.fit(x, y, { epochs, batchSize: 32, verbose: 0, callbacks: view });
  return { fit: performance.now() - start, callbacks: spent };
}

function makeTask(): NonNullable<typeof task> {
  const { conv2d, maxPooling2d, flatten, dense } = tf.layers;
  const layers = [
    conv2d({ inputShape: [28, 28, 1], filters: 16, kernelSize: 3, activation: 'relu', name: 'conv' }),
    maxPooling2d({ poolSize: 2 }),
    flatten(),
    dense({ units: 64, activation: 'relu', name: 'dense' }),
    dense({ units: 10, activation: 'softmax' }),
  ];
  const model = tf.sequential({ layers });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const y = tf.oneHot(tf.randomUniform([2048], 0, 10, 'int32', 2), 10);
  return { model, x: tf.randomUniform([2048, 28, 28, 1], 0, 1, 'float32', 1), y };
}
