import * as tf from '@tensorflow/tfjs';
import { isModel } from '../values/kinds';

/** A tensor of a model's graph and its value. */
export interface Given {
  at: tf.SymbolicTensor;
  value: tf.Tensor;
}

/**
 * The value of any tensor in a model's graph, computed layer by layer as in `predict`: dropout off, moving averages in
 * batch normalization. A tensor in `given` is not computed, so a gradient may start in the middle. Call it in a tidy.
 */
export function valueOf(wanted: tf.SymbolicTensor, given: readonly Given[]): tf.Tensor {
  const known = new Map(given.map(({ at, value }) => [at.id, value]));
  const compute = (tensor: tf.SymbolicTensor): tf.Tensor => {
    const before = known.get(tensor.id);
    if (before) return before;
    const { sourceLayer } = tensor;
    if (sourceLayer.getClassName() === 'InputLayer') throw new Error(`lab: no value for the input ${tensor.name}`);
    const node = nodeOf(tensor);
    const outputs = call(sourceLayer, node.inputTensors.map(compute));
    node.outputTensors.forEach((own, at) => {
      const output = outputs[at];
      if (output) known.set(own.id, output);
    });
    const made = known.get(tensor.id);
    if (!made) throw new Error(`lab: ${sourceLayer.name} gave no output ${tensor.tensorIndex}`);
    return made;
  };
  return compute(wanted);
}

/** The value of a tensor before its layer's activation, if that is one of `names`. Default: any activation. */
export function bareValueOf(wanted: tf.SymbolicTensor, given: readonly Given[], names?: readonly string[]): tf.Tensor {
  const { sourceLayer, tensorIndex } = wanted;
  if (given.some(({ at }) => at.id === wanted.id)) return valueOf(wanted, given);
  const inputs = (): tf.Tensor[] => nodeOf(wanted).inputTensors.map((tensor) => valueOf(tensor, given));
  const inner = isModel(sourceLayer) ? sourceLayer.outputs[tensorIndex] : undefined;
  if (isModel(sourceLayer) && inner) {
    const values = inputs();
    const own = sourceLayer.inputs.flatMap((at, index) => (values[index] ? [{ at, value: values[index] }] : []));
    return bareValueOf(inner, own, names);
  }
  const name = activationOf(sourceLayer);
  if (name === undefined || (names && !names.includes(name))) return valueOf(wanted, given);
  return callBare(sourceLayer, inputs());
}

/** The activation that computes a tensor, even inside a model used as a layer; undefined if there is none. */
export function lastActivation({ sourceLayer, tensorIndex }: tf.SymbolicTensor): string | undefined {
  const inner = isModel(sourceLayer) ? sourceLayer.outputs[tensorIndex] : undefined;
  return inner ? lastActivation(inner) : activationOf(sourceLayer);
}

/** Types of layers that are an activation and nothing else. */
export const PURE = /^(Softmax|ReLU|LeakyReLU|PReLU|ELU|ThresholdedReLU)$/;

/** The name of a layer's activation, such as `relu` or `LeakyReLU`; undefined if it has none or a linear one. */
export function activationOf(layer: tf.layers.Layer): string | undefined {
  const type = layer.getClassName();
  if (type === 'Softmax') return 'softmax';
  if (PURE.test(type)) return type;
  if (!isActivated(layer)) return undefined;
  const name = layer.getConfig()['activation'];
  return typeof name === 'string' && name !== 'linear' ? name : undefined;
}

/** What a layer computes before its activation. */
export function callBare(layer: tf.layers.Layer, inputs: tf.Tensor[]): tf.Tensor {
  const [input] = inputs;
  if (!input) throw new Error(`lab: ${layer.name} was called without a tensor`);
  if (PURE.test(layer.getClassName())) return input;
  if (!isActivated(layer)) return one(call(layer, inputs));
  const linear = tf.layers.activation({ activation: 'linear', name: 'bare' });
  const { activation } = layer;
  if (isActivated(linear)) layer.activation = linear.activation;
  try {
    return one(call(layer, inputs));
  } finally {
    layer.activation = activation;
  }
}

/** Calls a layer on tensors as `predict` does. */
export function call(layer: tf.layers.Layer, inputs: tf.Tensor[]): tf.Tensor[] {
  const [only] = inputs;
  const made = layer.apply(inputs.length === 1 && only ? only : inputs, { training: false });
  return [made].flat().filter((output) => output instanceof tf.Tensor);
}

/** The use of a layer that computes a tensor. */
export function nodeOf(tensor: tf.SymbolicTensor): tf.layers.Layer['inboundNodes'][number] {
  const node = tensor.sourceLayer.inboundNodes[tensor.nodeIndex];
  if (!node) throw new Error(`lab: ${tensor.name} has no place in its graph`);
  return node;
}

function one([output]: tf.Tensor[]): tf.Tensor {
  if (!output) throw new Error('lab: a layer gave no output');
  return output;
}

/** A layer keeps its activation in a protected field, which it reads at every call. */
function isActivated(layer: object): layer is { activation: object } {
  return 'activation' in layer && typeof layer.activation === 'object' && layer.activation !== null;
}
