import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { attempt } from '../values/attempt';
import { describe } from '../values/describe';
import { activationOf, call, PURE } from '../model/forward';
import { floats } from '../values/read';

/** A function of one number, applied to every number of a tensor. */
export type Activation = (x: tf.Tensor) => tf.Tensor;

/** The activations of `tf.layers.activation` that work on one number at a time. */
const NAMES =
  'elu, gelu, gelu_new, hardSigmoid, linear, mish, relu, relu6, selu, sigmoid, softplus, softsign, swish, tanh';

/**
 * The activation of this name.
 * @throws TypeError for an unknown name; it lists the known ones
 */
export function activationByName(verb: string, name: string): Activation {
  const known = NAMES.split(', ').includes(name);
  const layer = known
    ? attempt(() => tf.layers.activation({ activation: name as 'relu', name: 'curve' }), undefined)
    : undefined;
  if (!layer) throw new TypeError(say('lab.activationView.name', { verb, name: describe(name), names: NAMES }));
  return (x) => call(layer, [x])[0] ?? x;
}

/**
 * The activation at the end of a layer; undefined if it has none.
 * @throws TypeError for softmax, whose curve depends on all its inputs
 */
export function activationOfLayer(
  verb: string,
  layer: tf.layers.Layer,
): { name: string; apply: Activation } | undefined {
  const type = layer.getClassName();
  if (type === 'PReLU') return { name: type, apply: meanPrelu(layer) };
  const name = activationOf(layer);
  if (name === 'softmax') throw new TypeError(say('lab.activationView.softmax', { verb, name: layer.name }));
  if (PURE.test(type)) return { name: type, apply: (x) => call(layer, [x])[0] ?? x };
  return name === undefined ? undefined : { name, apply: activationByName(verb, name) };
}

/** A PReLU with the mean of its slopes, of which it has one for each unit. */
function meanPrelu(layer: tf.layers.Layer): Activation {
  return (x) => {
    const alpha = layer.getWeights()[0]?.mean() ?? tf.scalar(0.25);
    return tf.relu(x).sub(tf.relu(x.neg()).mul(alpha));
  };
}

/** An activation at 240 places. */
export interface Curve {
  xs: Float32Array;
  ys: Float32Array;
  /** dy/dx */
  slopes: Float32Array;
}

/** Places of a curve. Their number is even, so that none is at 0, where the slope of a kink is not defined. */
const PLACES = 240;

/** The curve between −reach and reach as one tensor [3, places]: places, values, slopes. Call it in a tidy. */
export function curveTensor(apply: Activation, reach: number | tf.Tensor): tf.Tensor {
  // Not tf.linspace, in which rounding errors add up from step to step.
  const xs = tf.tensor1d(Array.from({ length: PLACES }, (_, at) => (2 * at) / (PLACES - 1) - 1)).mul(reach);
  const slope = tf.grad((x) => apply(x).sum())(xs);
  return tf.concat([xs, apply(xs).flatten(), slope]);
}

/** The curve in the values of such a tensor; other values may follow them. */
export function curveOf(values: tf.TypedArray | string[]): Curve {
  const all = floats(values);
  const part = (at: number): Float32Array => all.slice(at * PLACES, (at + 1) * PLACES);
  return { xs: part(0), ys: part(1), slopes: part(2) };
}

/** How many numbers a curve has. */
export const CURVE = 3 * PLACES;
