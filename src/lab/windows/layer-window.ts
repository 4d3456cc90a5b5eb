import type * as tf from '@tensorflow/tfjs';
import type { ActivationName } from '../../protocol';
import { listed, say } from '../../words';
import { isActivationName } from '../model/activation-name';
import { attempt } from '../values/attempt';
import type { ExplainConvOptions } from './explain-options';
import { checkNumbers, type Numbers } from '../values/read-numbers';
import type { Moves } from './window-step';

/** How a window moves and what is done to its sums, from a layer or a reader's options. */
export interface OwnWindow {
  moves: Moves;
  bias: tf.Tensor | Numbers | undefined;
  activation: ActivationName | undefined;
}
/** A layer's window and its kernels, in the layer's order. */
export interface LayerWindow extends OwnWindow {
  kernel: tf.Tensor;
  second: tf.Tensor | undefined;
}

/**
 * The window of a convolution layer.
 * @param types the class names of the layers that the verb explains
 * @throws TypeError for any other layer, for one that is not built or was disposed, and for an activation that needs more than
 *   one number at a time
 */
export function windowOfLayer(verb: string, layer: tf.layers.Layer, types: string[]): LayerWindow {
  checkType(verb, layer, types);
  const weights = attempt(() => layer.getWeights(), []);
  const [kernel, second] = weights.filter(({ rank }) => rank === 4);
  if (!kernel) throw new TypeError(say('lab.windows.unbuilt', { verb, name: layer.name }));
  const config = layer.getConfig();
  const activation = config['activation'] ?? 'linear';
  if (activation !== 'linear' && !isActivationName(activation)) {
    throw new TypeError(say('lab.windows.activation', { verb, name: layer.name, activation: String(activation) }));
  }
  return {
    kernel,
    second,
    bias: config['useBias'] === true ? weights.at(-1) : undefined,
    activation: activation === 'linear' ? undefined : activation,
    moves: {
      strides: pair(config['strides']),
      // tfjs's DepthwiseConv2D has a dilation rate but ignores it.
      dilation: layer.getClassName() === 'DepthwiseConv2D' ? [1, 1] : pair(config['dilationRate']),
      padding: config['padding'] === 'same' ? 'same' : 'valid',
    },
  };
}

/** The window that a reader's options describe. */
export function windowOfOptions(verb: string, options: ExplainConvOptions): OwnWindow {
  const { strides = 1, dilation = 1, padding = 'valid', bias, activation } = options;
  return {
    moves: { strides: pair(strides), dilation: pair(dilation), padding },
    bias: bias === undefined ? undefined : checkNumbers(verb, 'bias', bias, [1]),
    activation,
  };
}

/** @throws TypeError that says which layers the verb explains */
export function checkType(verb: string, layer: tf.layers.Layer, types: string[]): void {
  const type = layer.getClassName();
  if (types.includes(type)) return;
  throw new TypeError(say('lab.windows.layer', { verb, name: layer.name, type, types: listed(types) }));
}

/** One number for both axes, or one for each. */
export function pair(value: unknown): [number, number] {
  if (typeof value === 'number') return [value, value];
  const [rows, columns]: unknown[] = Array.isArray(value) ? value : [];
  return typeof rows === 'number' && typeof columns === 'number' ? [rows, columns] : [1, 1];
}
