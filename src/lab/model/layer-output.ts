import type * as tf from '@tensorflow/tfjs';
import { usesOf } from './graph';
import { isModel } from '../values/kinds';

/** A layer of a model and the tensor that it gives; one for each use of a shared layer. */
export interface LayerOutput {
  layer: tf.layers.Layer;
  output: tf.SymbolicTensor;
  /** Its name, with the number of the use where there are several. */
  name: string;
}

/** What every layer of a model gives, in the model's own order. */
export function outputsOf(model: tf.LayersModel): LayerOutput[] {
  const uses = usesOf(model);
  return model.layers.flatMap((layer) => {
    const own = uses.filter((use) => use.layer === layer);
    // A model that begins a Sequential is not used in it: tfjs takes over its graph.
    const outputs = own.length === 0 && isModel(layer) ? [layer.outputs] : own.map(({ outputs }) => outputs);
    return outputs.flatMap(([output], nth) => {
      const name = outputs.length > 1 ? `${layer.name} (${nth + 1}/${outputs.length})` : layer.name;
      return output ? [{ layer, output, name }] : [];
    });
  });
}

/** What a layer gives; of a shared layer, at its last use. */
export function outputOf(model: tf.LayersModel, layer: tf.layers.Layer): tf.SymbolicTensor {
  const found = outputsOf(model).findLast((one) => one.layer === layer);
  if (!found) throw new Error(`lab: ${layer.name} has no output in ${model.name}`);
  return found.output;
}
