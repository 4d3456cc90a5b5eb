import type * as tf from '@tensorflow/tfjs';
import { usesOf } from './graph';
import { isModel } from '../values/kinds';

/** A layer of a model and the tensor that it computes; a shared layer has one for each use. */
export interface LayerOutput {
  layer: tf.layers.Layer;
  output: tf.SymbolicTensor;
  /** The layer's name; `name (1/2)` for the first of two uses. */
  name: string;
}

/** The outputs of all layers of a model, in the model's order of layers. */
export function outputsOf(model: tf.LayersModel): LayerOutput[] {
  const uses = usesOf(model);
  return model.layers.flatMap((layer) => {
    const own = uses.filter((use) => use.layer === layer);
    // A model as the first layer of a Sequential counts no use: tfjs takes over its graph.
    const outputs = own.length === 0 && isModel(layer) ? [layer.outputs] : own.map(({ outputs }) => outputs);
    return outputs.flatMap(([output], nth) => {
      const name = outputs.length > 1 ? `${layer.name} (${nth + 1}/${outputs.length})` : layer.name;
      return output ? [{ layer, output, name }] : [];
    });
  });
}

/** The output of a layer; for a shared layer, that of its last use. */
export function outputOf(model: tf.LayersModel, layer: tf.layers.Layer): tf.SymbolicTensor {
  const found = outputsOf(model).findLast((one) => one.layer === layer);
  if (!found) throw new Error(`lab: ${layer.name} has no output in ${model.name}`);
  return found.output;
}
