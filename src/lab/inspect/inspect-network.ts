import * as tf from '@tensorflow/tfjs';
import type { LayerRule, NetworkLayer } from '../../protocol';
import { sizes } from '../model/architecture';
import { coarseStep, kernelsThatFit, mapsThatFit } from './inspect-budget';
import { planOf } from './inspect-rules';
import type { RulePlan } from './rule-plan';
import { valuesOf } from './inspect-values';
import { settingsOf } from '../model/layer-settings';
import { planesFrom } from './map-planes';
import type { ModelStep } from '../model/model-steps';
import { sampled } from '../values/read';
import type { Numbers } from '../values/read-numbers';

/** What to read, and how each layer is made of the numbers that were read. */
export interface NetworkPlan {
  sources: Record<string, tf.Tensor>;
  layers: ((numbers: Record<string, Numbers>) => NetworkLayer)[];
}

/** Limit for the units of a layer that is not sent whole. */
const MAX_UNITS = 4096;

/** Plans a network's layers for one example. Call it in a tidy, and read the sources in the same tidy. */
export function planNetwork(steps: readonly ModelStep[], inputs: readonly tf.Tensor[], limit: number): NetworkPlan {
  const values = valuesOf(steps, inputs);
  const none = tf.zeros([1, 1]);
  // Few layers have a second output, and it is never a stack of maps.
  const outputs = values.map(([output]) => output ?? none);
  const fits = mapsThatFit(outputs.map(({ size }) => size));
  const kernels = kernelsThatFit(steps.map(({ layer }, at) => kernelSize(layer, outputs[at] ?? none)));
  const sources: Record<string, tf.Tensor> = {};
  const layers = steps.map((step, at) => {
    const output = outputs[at] ?? none;
    const read = step.from.flatMap(({ step: from, output: nth }) => values[from]?.[nth] ?? []);
    const open = fits[at] === true && step.from.every((from) => fits[from.step] === true && from.output === 0);
    const plan: RulePlan = open ? planOf(step, read, { kernels: kernels[at] === true }) : { rule: () => tooLarge };
    const { tensor, coarse } = fits[at] === true ? { tensor: output, coarse: 1 } : reduced(output, limit);
    sources[`${at} maps`] = tensor;
    for (const [name, source] of Object.entries(plan.sources ?? {})) sources[`${at} ${name}`] = source;
    return (numbers: Record<string, Numbers>): NetworkLayer => {
      const given = step.layer.getClassName() === 'InputLayer';
      const maps = planesFrom(numbers[`${at} maps`] ?? { shape: [1, 1], values: Float32Array.of(NaN) }, given);
      return {
        name: step.layer.name,
        type: step.layer.getClassName(),
        settings: settingsOf(step.layer).join(' · '),
        inside: step.inside,
        shape: sizes(output.shape),
        from: step.from.map((from) => from.step),
        maps,
        omitted: (output.shape.at(-1) ?? 0) - maps.count,
        sampled: coarse,
        rule: plan.rule(ownNumbers(numbers, at)),
      };
    };
  });
  return { sources, layers };
}

const tooLarge: LayerRule = { by: 'nothing', why: 'large' };

/** How many numbers of a layer's kernels would be sent. A dense layer over units sends only its largest products. */
function kernelSize(layer: tf.layers.Layer, output: tf.Tensor): number {
  const isSent = layer.getClassName().includes('Conv') || (layer.getClassName() === 'Dense' && output.rank > 2);
  return isSent ? layer.countParams() : 0;
}

/** The first maps, sampled if they are large. */
function reduced(output: tf.Tensor, limit: number): { tensor: tf.Tensor; coarse: number } {
  const channels = output.shape.at(-1) ?? 1;
  const shown = Math.min(channels, output.rank === 2 ? MAX_UNITS : limit);
  const some = output.slice(
    output.shape.map(() => 0),
    [...output.shape.slice(0, -1), shown],
  );
  const [, height = 1, width = 1] = output.shape;
  if (output.rank !== 4) return { tensor: some, coarse: 1 };
  const coarse = coarseStep(height, width);
  return { tensor: sampled(some, Math.ceil(height / coarse), Math.ceil(width / coarse)), coarse };
}

function ownNumbers(numbers: Record<string, Numbers>, at: number): Record<string, Numbers> {
  const start = `${at} `;
  const own = Object.entries(numbers).filter(([name]) => name.startsWith(start));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(start.length), value]));
}
