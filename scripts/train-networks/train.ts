import * as tf from '@tensorflow/tfjs';
import { startBackend } from '../../src/backend';
import { generator } from '../../src/lab/values/generator';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { nodeFiles } from '../../test/backend/node-files';
import { makeNetwork } from './network';
import { recipes, type Phase, type Recipe } from './recipes';
import { varied } from './varied';

const size = 28;
const area = size * size;
const batch = 64;

interface Part {
  pixels: Uint8Array;
  labels: Uint8Array;
}

/** How many of the first `images` test images the network classifies correctly. */
export interface Score {
  images: number;
  correct: number;
}

export interface Trained {
  recipe: Recipe;
  artifacts: tf.io.ModelArtifacts;
  /** On all test images, and on the first 2,000, which are in public/data/. */
  scores: { all: Score; committed: Score };
}

/**
 * Trains one network on our own wasm kernels, on one thread: the same weights each time. With `earlier` weights it continues at phase
 * `from`.
 */
export async function train(
  name: keyof typeof recipes,
  examples: { train: Part; test: Part },
  { from = 0, epochs, earlier }: { from?: number; epochs?: number; earlier?: ArrayBuffer } = {},
): Promise<Trained> {
  const recipe: Recipe = recipes[name];
  useWords(en, 'en');
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
  const network = makeNetwork(name, recipe.seed);
  if (earlier) fill(network, new Float32Array(earlier));
  for (const [index, phase] of recipe.phases.entries()) {
    if (index < from) continue;
    Math.random = generator(recipe.seed + index);
    await fit(network, { ...phase, epochs: epochs ?? phase.epochs }, examples.train);
  }
  const right = isRight(network, examples.test);
  const count = (images: number): Score => ({ images, correct: right.slice(0, images).filter(Boolean).length });
  const scores = { all: count(right.length), committed: count(2000) };
  console.log(`${name}: ${JSON.stringify(scores)}`);
  return { recipe, artifacts: await artifactsOf(network), scores };
}

/** Sets the weights from one array, in the order of a weights file. */
function fill(network: tf.Sequential, values: Float32Array): void {
  let start = 0;
  const weights = network.getWeights().map(({ shape, size }) => {
    start += size;
    return tf.tensor(values.slice(start - size, start), shape);
  });
  network.setWeights(weights);
  tf.dispose(weights);
}

/** Adam; the rate rises over the first epoch and falls along half a cosine to 0. Every image gets a new random variation in every epoch. */
async function fit(network: tf.Sequential, phase: Phase, { pixels, labels }: Part): Promise<void> {
  const { epochs, rate, variation } = phase;
  const optimizer = tf.train.adam(rate);
  network.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const order = Uint32Array.from(labels, (_, index) => index);
  const steps = Math.floor(labels.length / batch);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const start = performance.now();
    tf.util.shuffle(order);
    let sum = 0;
    for (let step = 0; step < steps; step += 1) {
      const progress = (epoch + step / steps) / epochs;
      Reflect.set(optimizer, 'learningRate', rate * shareAt(progress, epochs));
      const chosen = order.subarray(step * batch, (step + 1) * batch);
      const images = new Float32Array(batch * area);
      const targets = new Float32Array(batch * 10);
      chosen.forEach((index, row) => {
        const image = pixels.subarray(index * area, (index + 1) * area);
        images.set(varied(image, size, variation), row * area);
        targets[row * 10 + (labels[index] ?? 0)] = 1;
      });
      const x = tf.tensor4d(images, [batch, size, size, 1]);
      const y = tf.tensor2d(targets, [batch, 10]);
      sum += Number(await network.trainOnBatch(x, y));
      tf.dispose([x, y]);
    }
    const seconds = (performance.now() - start) / 1000;
    console.log(`epoch ${epoch + 1} of ${epochs}: loss ${(sum / steps).toFixed(4)}, ${seconds.toFixed(0)} s`);
  }
}

/** The learning rate as a share of its peak. */
function shareAt(progress: number, epochs: number): number {
  const warm = Math.min(0.5, 1 / epochs);
  if (progress < warm) return progress / warm;
  return (1 + Math.cos((Math.PI * (progress - warm)) / (1 - warm))) / 2;
}

/** Whether each image gets its correct class, in order. */
function isRight(network: tf.Sequential, { pixels, labels }: Part): boolean[] {
  const right: boolean[] = [];
  const many = 500;
  for (let start = 0; start < labels.length; start += many) {
    const some = labels.subarray(start, start + many);
    const values = Float32Array.from(pixels.subarray(start * area, (start + some.length) * area), (value) => value / 255); // prettier-ignore
    const guesses = tf.tidy(() => {
      const images = tf.tensor4d(values, [some.length, size, size, 1]);
      return (network.predict(images) as tf.Tensor2D).argMax(1).dataSync();
    });
    some.forEach((label, index) => right.push(guesses[index] === label));
  }
  return right;
}

async function artifactsOf(network: tf.Sequential): Promise<tf.io.ModelArtifacts> {
  let saved: tf.io.ModelArtifacts | undefined;
  await network.save({
    save: (artifacts) => {
      saved = artifacts;
      return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } });
    },
  });
  if (!saved) throw new Error('the network was not saved');
  return saved;
}
