import * as tf from '@tensorflow/tfjs';
import { startBackend } from '../../src/backend';
import { generator } from '../../src/lab/generator';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { nodeFiles } from '../../test/backend/node-files';
import { makeNetwork } from './network';
import { recipes, type Recipe } from './recipes';
import { varied } from './varied';

const size = 28;
const area = size * size;
const batch = 64;
const peakRate = 3e-3;

interface Part {
  pixels: Uint8Array;
  labels: Uint8Array;
}

/** How many of the first `images` test images the network names right. */
export interface Score {
  images: number;
  correct: number;
}

export interface Trained {
  recipe: Recipe;
  epochs: number;
  artifacts: tf.io.ModelArtifacts;
  /** On all test images, and on the first 2,000, which are in public/data/. */
  scores: { all: Score; committed: Score };
}

/** Trains one network on our own wasm kernels, on one thread: the same weights each time. */
export async function train(
  name: keyof typeof recipes,
  examples: { train: Part; test: Part },
  epochs = recipes[name].epochs,
): Promise<Trained> {
  const recipe = recipes[name];
  useWords(en);
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
  Math.random = generator(recipe.seed);
  const network = makeNetwork(name, recipe.seed);
  await fit(network, recipe, examples.train, epochs);
  const right = isRight(network, examples.test);
  const count = (images: number): Score => ({ images, correct: right.slice(0, images).filter(Boolean).length });
  const scores = { all: count(right.length), committed: count(2000) };
  console.log(`${name}: ${JSON.stringify(scores)}`);
  return { recipe, epochs, artifacts: await artifactsOf(network), scores };
}

/** Adam; the rate rises over the first epoch and falls along half a cosine to 0. Every image is varied anew in every epoch. */
async function fit(network: tf.Sequential, recipe: Recipe, { pixels, labels }: Part, epochs: number): Promise<void> {
  const optimizer = tf.train.adam(peakRate);
  network.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const order = Uint32Array.from(labels, (_, index) => index);
  const steps = Math.floor(labels.length / batch);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const start = performance.now();
    tf.util.shuffle(order);
    let sum = 0;
    for (let step = 0; step < steps; step += 1) {
      const progress = (epoch + step / steps) / epochs;
      Reflect.set(optimizer, 'learningRate', rateAt(progress, epochs));
      const chosen = order.subarray(step * batch, (step + 1) * batch);
      const images = new Float32Array(batch * area);
      const targets = new Float32Array(batch * 10);
      chosen.forEach((index, row) => {
        const image = pixels.subarray(index * area, (index + 1) * area);
        images.set(varied(image, size, recipe.variation), row * area);
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

function rateAt(progress: number, epochs: number): number {
  const warm = Math.min(0.5, 1 / epochs);
  if (progress < warm) return (peakRate * progress) / warm;
  return (peakRate * (1 + Math.cos((Math.PI * (progress - warm)) / (1 - warm)))) / 2;
}

/** Whether each image gets its own class, in order. */
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
