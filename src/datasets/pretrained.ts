import * as tf from '@tensorflow/tfjs';
import { listed, say } from '../words';
import { load } from './load';
import { print } from './print';

const names = ['fashion', 'digits'] as const;

/** The networks that `pretrained` has. */
export type NetworkName = (typeof names)[number];

/**
 * A small convolutional network, already trained, to look into: three convolutions (`conv1`, `conv2`, `conv3` with 16, 32 and 64
 * filters of 3 × 3, relu), `pool1` and `pool2` between them, a global average (`gap`) and ten classes (`classes`, softmax). 23,946
 * parameters.
 *
 * It takes [n, 28, 28, 1] in [0, 1], as `fashion()` and `digits()` give it, and its classes are in the same order. It is compiled
 * (adam, categorical crossentropy, accuracy), so `evaluate` works and `fit` continues where its training ended. How it was trained,
 * and how many test images it gets right, is written in data/networks/, next to the weights; 100 kB are fetched, once.
 *
 * @example const network = await pretrained('fashion') inspect(network, (await fashion()).test.images.slice(0, 1))
 *
 * @throws RangeError for another name
 */
export async function pretrained(name: NetworkName): Promise<tf.LayersModel> {
  if (!names.includes(name))
    throw new RangeError(say('datasets.noNetwork', { value: print(name), names: listed(names.map(print)) }));
  const folder = `networks/${name}`;
  const [json, weights] = await load(say('datasets.network'), [`${folder}/model.json`, `${folder}/weights.bin`]);
  if (!json || !weights) throw new Error(say('datasets.corrupt', { path: folder }));
  const { modelTopology, weightsManifest } = JSON.parse(new TextDecoder().decode(json.values)) as tf.io.ModelJSON;
  const weightSpecs = weightsManifest.flatMap((group) => group.weights);
  const model = await tf.loadLayersModel({
    // A copy: tfjs reads a whole buffer, and ours must stay as it is for the next call.
    load: () => Promise.resolve({ modelTopology, weightSpecs, weightData: weights.values.slice().buffer }),
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}
