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

export interface ActivationViewOptions {
  /** Maps of the first image at most; 12 without it. */
  limit?: number;
  /** A line above the view. */
  title?: string;
}

const rules: Rules<ActivationViewOptions> = { limit: whole(0), title: text };
const VERB = 'activationView';

/**
 * Draws an activation and its slope. Of a layer in a model it also shows what really comes in, as a histogram under the
 * curve, what the activation does to the maps of the first image, and the share of values and of channels whose slope is
 * 0: a channel where it is 0 at every place of every image is dead, because no gradient passes it.
 *
 * @example
 * activationView('swish')
 * activationView(tf.layers.leakyReLU({ alpha: 0.1 }))
 * activationView(model, data.test.images.slice(0, 64), 'conv2d_2')
 *
 * @param what the name of an activation, a layer, or a built layers model
 * @param inputs for a model: a batch `[n, …]`, as the model takes it
 * @param layer for a model: a layer's name, index or itself; without it the first with an activation
 * @param options `limit`, `title`
 * @throws TypeError for an unknown activation, for softmax (it needs all numbers at once), or a layer without one
 * @throws RangeError for an unknown layer, or a batch of another shape than the model takes
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

/** How far a curve reaches where nothing is known of its inputs. */
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
      const [before, after, slopes] = [part(0), part(1), part(2)];
      const curve = curveOf(all);
      const facts = factsOf({ before, slopes, channels: shape.at(-1) ?? 1, images, steepest: steepest(curve.slopes) });
      const pairs = beforeAndAfter(before, after, shape, facts.dead, options.limit ?? 12);
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

/** A PReLU has weights by place, so the layer itself must do it; all others do the same everywhere. */
function activeAfter(layer: tf.layers.Layer, apply: Activation): Activation {
  if (layer.getClassName() !== 'PReLU') return apply;
  return (x) => {
    const made = layer.apply(x);
    return made instanceof tf.Tensor ? made : x;
  };
}

/** The first layer with a curve. */
function firstActive(model: tf.LayersModel): tf.layers.Layer {
  const found = model.layers.find((layer) => attempt(() => activationOfLayer(VERB, layer), undefined));
  if (!found) throw new TypeError(say('lab.activationView.none', { name: model.name }));
  return found;
}

function steepest(slopes: Float32Array): number {
  return slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
}
