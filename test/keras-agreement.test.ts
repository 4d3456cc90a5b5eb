import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../src/backend';
import { repairedNamespace } from '../src/tfjs-repairs';
import { nodeFiles } from './backend/node-files';
import { expectClose, readKeras, unpack, type Packed } from './keras-fixtures';

interface LayerCase {
  layer: string;
  options: Record<string, unknown>;
  training?: boolean;
  input: Packed;
  weights?: Packed[];
  dy?: Packed;
  dx?: Packed;
  output: Packed;
  weightsAfter?: Packed[];
}
interface LossCase {
  loss: string;
  truth: Packed;
  guess: Packed;
  value: number;
}
interface TrainingCase {
  input: Packed;
  truth: Packed;
  weights: Packed[];
  output: Packed;
  losses: number[];
  weightsAfter: Packed[];
}

const { layers } = repairedNamespace({ ...tf }) as { layers: typeof tf.layers };

/** Keras's class → how a cell makes the same layer. Options already have its names. */
const makers: Record<string, (options: never) => tf.layers.Layer> = {
  Conv2D: layers.conv2d,
  DepthwiseConv2D: layers.depthwiseConv2d,
  SeparableConv2D: layers.separableConv2d,
  MaxPooling2D: layers.maxPooling2d,
  AveragePooling2D: layers.averagePooling2d,
  GlobalAveragePooling2D: layers.globalAveragePooling2d,
  GlobalMaxPooling2D: layers.globalMaxPooling2d,
  BatchNormalization: layers.batchNormalization,
  Activation: layers.activation,
  LeakyReLU: layers.leakyReLU,
  ELU: layers.elu,
  PReLU: layers.prelu,
  MaxPooling3D: layers.maxPooling3d,
  AveragePooling3D: layers.averagePooling3d,
  GlobalAveragePooling1D: layers.globalAveragePooling1d,
  GlobalMaxPooling1D: layers.globalMaxPooling1d,
  UpSampling2D: layers.upSampling2d,
  Resizing: Reflect.get(layers, 'resizing') as (options: never) => tf.layers.Layer,
  RandomContrast: Reflect.get(layers, 'randomContrast') as (options: never) => tf.layers.Layer,
  RandomRotation: Reflect.get(layers, 'randomRotation') as (options: never) => tf.layers.Layer,
  RandomTranslation: Reflect.get(layers, 'randomTranslation') as (options: never) => tf.layers.Layer,
  RandomZoom: Reflect.get(layers, 'randomZoom') as (options: never) => tf.layers.Layer,
  GroupNormalization: Reflect.get(layers, 'groupNormalization') as (options: never) => tf.layers.Layer,
};

beforeAll(() => startBackend({ files: nodeFiles(), preferred: 'wasm' }));

const layerCases = [
  ...['convolution', 'depthwise', 'separable', 'pooling', 'normalization', 'activations'],
  ...['further-layers', 'pooling-3d', 'resizing', 'moved'],
].flatMap((name) => readKeras<LayerCase[]>(name));

const cases = layerCases.map((layerCase) => ({ name: nameOf(layerCase), ...layerCase }));

describe('a layer gives what Keras gives', () => {
  it.each(cases)('$name', (layerCase) => {
    const { layer, output } = run(layerCase);
    expectClose(output, layerCase.output);
    layerCase.weightsAfter?.forEach((weight, index) => expectClose(layer.getWeights()[index], weight));
    const { dy, dx } = layerCase;
    if (dy) expectClose(tf.grad((x) => layer.apply(x) as tf.Tensor)(unpack(layerCase.input), unpack(dy)), dx);
  });
});

describe('a loss gives what Keras gives', () => {
  it.each(readKeras<LossCase[]>('losses'))('$loss', ({ loss, truth, guess, value }) => {
    const model = tf.sequential({ layers: [tf.layers.activation({ activation: 'linear', inputShape: [4] })] });
    model.compile({ loss, optimizer: 'sgd' });
    const found = model.evaluate(unpack(guess), unpack(truth)) as tf.Scalar;
    expect(Math.abs((found.dataSync()[0] ?? NaN) - value)).toBeLessThan(1e-4);
  });
});

describe('a small network', () => {
  const { input, truth, weights, output, losses, weightsAfter } = readKeras<TrainingCase>('training');

  it('gives what Keras gives, before and after five steps of gradient descent', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ inputShape: [9, 9, 2], filters: 4, kernelSize: 3, activation: 'relu' }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.conv2d({ filters: 5, kernelSize: 2, padding: 'same', activation: 'tanh' }),
        tf.layers.averagePooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    model.setWeights(weights.map(unpack));
    expectClose(model.predict(unpack(input)) as tf.Tensor, output);

    model.compile({ optimizer: tf.train.sgd(0.1), loss: 'categoricalCrossentropy' });
    for (const expected of losses) {
      const found = await model.trainOnBatch(unpack(input), unpack(truth));
      expect(Math.abs(Number(found) - expected)).toBeLessThan(1e-4);
    }
    model.getWeights().forEach((weight, index) => expectClose(weight, weightsAfter[index]));
  });
});

function run({ layer: name, options, training = false, input, weights = [] }: LayerCase): {
  layer: tf.layers.Layer;
  output: tf.Tensor;
} {
  const make = makers[name];
  if (!make) throw new Error(`no maker for ${name}`);
  const layer = make(options as never);
  const x = unpack(input);
  layer.build(x.shape);
  layer.setWeights(weights.map(unpack));
  return { layer, output: layer.apply(x, { training }) as tf.Tensor };
}

function nameOf({ layer, options, training, input }: LayerCase): string {
  return `${layer} ${JSON.stringify(options)} on [${input.shape}]${training ? ' in training' : ''}`;
}
