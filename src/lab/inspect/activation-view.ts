import * as tf from '@tensorflow/tfjs';
import type { ActivationOutput } from '../../protocol';
import { say } from '../../words';
import { activationByName, activationOfLayer, curveOf, curveTensor, CURVE, type Activation } from './activation-curve';
import { factsOf } from './activation-facts';
import { attempt } from '../values/attempt';
import { batchInput } from '../model/batch-input';
import { checkOptions, text, whole, type Rules } from '../values/check-options';
import { describe } from '../values/describe';
import { checkModel, findLayer, type LayerChoice } from '../model/find-layer';
import { callBare, nodeOf, valueOf } from '../model/forward';
import { histogramOf } from '../values/histogram';
import { isLayer, isModel } from '../values/kinds';
import { outputOf } from '../model/layer-output';
import { beforeAndAfter } from './map-pairs';
import { floats, read } from '../values/read';
import { stage, type Stage } from '../stage';

/** What `activationView` draws. */
export interface ActivationViewOptions {
  /** The largest number of maps of the first image. Default: 12. */
  limit?: number;
  /** A line above the view. Default: the names of the layer and its activation. */
  title?: string;
}

const rules: Rules<ActivationViewOptions> = { limit: whole(0), title: text };
const VERB = 'activationView';

/**
 * Draws an activation function and its slope. For a layer inside a model it also draws a histogram of the numbers that
 * really reach the activation, and the maps of the first image before and after it; and it says for what share of the values
 * and of the channels the slope is 0. A channel whose slope is 0 everywhere, in every image, is dead: no gradient passes it.
 *
 * ```ts
 * activationView('swish')
 * activationView(tf.layers.leakyReLU({ alpha: 0.1 }))
 * activationView(model, data.test.images.slice(0, 64), 'conv2d_2')
 * ```
 *
 * @param what the name of an activation, a layer, or a built layers model
 * @param inputs for a model: a batch `[n, …]` of the shape that the model takes
 * @param layer for a model: a layer's name, index or the layer itself. Default: the first layer with an activation
 * @param options see `ActivationViewOptions`
 * @throws TypeError for an unknown activation, for softmax (its curve depends on all its inputs), for a layer without an
 *   activation, or for an unknown option
 * @throws RangeError for an unknown layer, or for a batch whose shape the model does not take
 */
export function activationView(
  what: string | tf.layers.Layer,
  inputs?: tf.Tensor,
  layer?: LayerChoice,
  options: ActivationViewOptions = {},
): void {
  const here = stage();
  checkOptions(VERB, options, rules);
  if (isModel(what)) return ofModel(here, what, inputs, layer, options);
  if (isLayer(what)) {
    const own = activationOfLayer(VERB, what);
    if (!own) throw new TypeError(say('lab.activationView.layer', { name: what.name, type: what.getClassName() }));
    return ofCurve(here, own.name, own.apply, options);
  }
  if (typeof what !== 'string') throw new TypeError(say('lab.activationView.what', { value: describe(what) }));
  ofCurve(here, what, activationByName(VERB, what), options);
}

/** The curve goes from −5 to 5 if its inputs are not known. */
const REACH = 5;

function ofCurve(here: Stage, name: string, apply: Activation, { title }: ActivationViewOptions): void {
  let slot: string | undefined;
  read(
    () => curveTensor(apply, REACH),
    (values) => {
      const curve = curveOf(values);
      slot = here.emit(
        { kind: 'activation', title: title ?? name, name, ...curve, facts: [], maps: [], omitted: 0 },
        slot,
      );
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: name, type: 'other' } })),
  );
}

function ofModel(
  here: Stage,
  model: tf.LayersModel,
  inputs: tf.Tensor | undefined,
  layer: LayerChoice | undefined,
  options: ActivationViewOptions,
): void {
  checkModel(VERB, model);
  const input = batchInput(VERB, model, inputs);
  const chosen = layer === undefined ? firstActive(model) : findLayer(VERB, model, layer);
  const own = activationOfLayer(VERB, chosen);
  if (!own) throw new TypeError(say('lab.activationView.layer', { name: chosen.name, type: chosen.getClassName() }));
  const at = outputOf(model, chosen);
  const images = inputs?.shape[0] ?? 0;
  let shape: number[] = [];
  let slot: string | undefined;
  read(
    () => {
      const given = [{ at: input, value: (inputs ?? tf.zeros([0])).cast('float32') }];
      const into = nodeOf(at).inputTensors.map((tensor) => valueOf(tensor, given));
      const before = callBare(chosen, into);
      const active = activeAfter(chosen, own.apply);
      const slope = tf.grad((x) => active(x).sum())(before);
      shape = before.shape;
      const reach = before.abs().max().ceil().clipByValue(3, 12);
      const parts = [curveTensor(own.apply, reach), before, active(before), slope];
      return tf.concat(parts.map((part) => part.flatten()));
    },
    (values) => {
      const all = floats(values);
      const size = tf.util.sizeFromShape(shape);
      const part = (index: number): Float32Array => all.subarray(CURVE + index * size, CURVE + (index + 1) * size);
      const before = part(0);
      const slopes = part(2);
      const curve = curveOf(all);
      const facts = factsOf({ before, slopes, channels: shape.at(-1) ?? 1, images, steepest: steepest(curve.slopes) });
      const pairs = beforeAndAfter(before, part(1), shape, facts.dead, options.limit ?? 12);
      const output: ActivationOutput = {
        kind: 'activation',
        title: options.title ?? say('lab.activationView.title', { name: chosen.name, activation: own.name }),
        name: own.name,
        ...curve,
        inputs: histogramOf(before),
        facts: facts.words,
        ...pairs,
      };
      slot = here.emit(output, slot);
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: chosen.name, type: 'other' } })),
  );
}

/** The activation of a layer's output. A PReLU has different weights at each place, so only the layer itself can apply it. */
function activeAfter(layer: tf.layers.Layer, apply: Activation): Activation {
  if (layer.getClassName() !== 'PReLU') return apply;
  return (x) => {
    const made = layer.apply(x);
    return made instanceof tf.Tensor ? made : x;
  };
}

/** The first layer whose activation can be drawn. */
function firstActive(model: tf.LayersModel): tf.layers.Layer {
  const found = model.layers.find((layer) => attempt(() => activationOfLayer(VERB, layer), undefined));
  if (!found) throw new TypeError(say('lab.activationView.none', { name: model.name }));
  return found;
}

function steepest(slopes: Float32Array): number {
  return slopes.reduce((largest, slope) => Math.max(largest, Math.abs(slope)), 0);
}
