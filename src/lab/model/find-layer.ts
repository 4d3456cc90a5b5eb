import * as tf from '@tensorflow/tfjs';
import { listed, say } from '../../words';
import { attempt } from '../values/attempt';
import { describe } from '../values/describe';
import { build } from './graph';
import { isLayer, isModel } from '../values/kinds';

/** A layer of a model: its name, its index from 0 (negative: from the end), or itself. */
export type LayerChoice = string | number | tf.layers.Layer;

/**
 * Checks that a model can be used, and builds a Sequential that was not used yet.
 * @throws TypeError for anything but a layers model, or for a model without layers
 * @throws Error for a model that was disposed
 */
export function checkModel(verb: string, model: unknown): asserts model is tf.LayersModel {
  if (!isModel(model)) throw new TypeError(say('lab.model', { verb, value: describe(model) }));
  if (!build(model)) throw new TypeError(say('lab.model.empty', { verb, name: model.name }));
  // A disposed weight throws when it is read.
  if (!attempt(() => model.getWeights(), undefined))
    throw new Error(say('lab.model.disposed', { verb, name: model.name }));
}

/**
 * The layer of a model that a reader chose.
 * @throws RangeError for an unknown layer; it lists the layers
 */
export function findLayer(verb: string, model: tf.LayersModel, layer: LayerChoice): tf.layers.Layer {
  const found = pick(model.layers, layer);
  if (found) return found;
  const names = listed(model.layers.map(({ name }, at) => `${at} ${name}`));
  throw new RangeError(say('lab.layer', { verb, layer: describe(layer), names }));
}

function pick(layers: tf.layers.Layer[], layer: LayerChoice): tf.layers.Layer | undefined {
  if (typeof layer === 'number') return layers.at(layer);
  if (typeof layer === 'string') return layers.find(({ name }) => name === layer);
  return isLayer(layer) ? layers.find((one) => one === layer) : undefined;
}
