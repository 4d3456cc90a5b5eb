import * as tf from '@tensorflow/tfjs';

/** One use of a layer inside a model. A shared layer has several. */
export interface Use {
  layer: tf.layers.Layer;
  /** Position among the uses of the same layer in this model, from 0. */
  nth: number;
  /** How often this model uses the layer. */
  of: number;
  from: tf.layers.Layer[];
  outputs: tf.SymbolicTensor[];
}

/** Builds a Sequential, which tfjs does only at its first use. False for a model that has no layers yet. */
export function build(model: tf.LayersModel): boolean {
  if (model.layers.length === 0) return false;
  if (!model.built) model.build([]);
  return true;
}

/** Every use of every layer of `model`, in the model's order of layers. */
export function usesOf(model: tf.LayersModel): Use[] {
  const nodes = new Set(Object.values(model.nodesByDepth).flat());
  return model.layers.flatMap((layer) => {
    const own = layer.inboundNodes.filter((node) => nodes.has(node));
    return own.map((node, nth) => ({
      layer,
      nth,
      of: own.length,
      from: [...new Set(node.inboundLayers)],
      outputs: node.outputTensors,
    }));
  });
}

/** True unless each layer reads the one before it and nothing else, as in Keras's `summary()`. */
export function isBranching(model: tf.LayersModel): boolean {
  const uses = usesOf(model);
  const read = uses.flatMap(({ from }) => from);
  return (
    uses.some(({ of, from }) => of > 1 || from.length > 1) ||
    new Set(read).size < read.length ||
    model.inputs.length > 1
  );
}
