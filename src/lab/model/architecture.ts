import * as tf from '@tensorflow/tfjs';
import type { ArchitectureOutput } from '../../protocol';
import { checkOptions, text } from '../values/check-options';
import { checkModel } from './find-layer';
import { settingsOf } from './layer-settings';
import { stepsOf, type ModelStep } from './model-steps';
import { multiplyAdds } from './multiply-adds';
import { stage } from '../stage';
import { summaryOf } from './summary';

export interface ArchitectureOptions {
  /** A line above the graph; without it the model's name. */
  title?: string;
}

/** Layers that are drawn at most. */
const MOST = 400;

/**
 * Draws a model as a graph, from its inputs down to its outputs: each layer with its parameters and its multiply-adds (the
 * multiplications of a weight with a value for one example) and their share of the whole, and the shape of what flows
 * along each edge, without the batch. The summary stands beside it. Models inside the model are opened and framed; a layer
 * that is used twice counts its parameters once and its multiply-adds twice.
 *
 * @example
 * architecture(model)
 *
 * @param model a layers model, Sequential or functional, with any number of inputs and outputs
 * @param options `title`
 * @throws TypeError for what is no layers model, and for a model without layers
 */
export function architecture(model: tf.LayersModel, options: ArchitectureOptions = {}): void {
  const here = stage();
  checkOptions('architecture', options, { title: text });
  checkModel('architecture', model);
  here.emit(architectureOf(model, options.title ?? model.name));
}

function architectureOf(model: tf.LayersModel, title: string): ArchitectureOutput {
  const steps = stepsOf(model);
  const shown = steps.slice(0, MOST);
  const nodes = shown.map((step) => {
    const input = step.from[0] && steps[step.from[0].step]?.outputs[step.from[0].output];
    const output = step.outputs[0]?.shape ?? [];
    const work = multiplyAdds(step.layer, input?.shape ?? [], output);
    return {
      name: step.layer.name,
      type: step.layer.getClassName(),
      settings: settingsOf(step.layer).join(' · '),
      inside: step.inside,
      outputShape: sizes(output),
      parameters: step.nth === 0 ? step.layer.countParams() : 0,
      shared: step.nth > 0,
      multiplyAdds: work ?? null,
    };
  });
  return {
    kind: 'architecture',
    title,
    nodes,
    edges: shown.flatMap((step, to) => edgesInto(step, to, steps)),
    omitted: steps.length - shown.length,
    summary: summaryOf(model),
  };
}

function edgesInto({ from }: ModelStep, to: number, steps: ModelStep[]): ArchitectureOutput['edges'] {
  return from.map(({ step, output }) => ({ from: step, to, shape: sizes(steps[step]?.outputs[output]?.shape ?? []) }));
}

/** A shape without its batch, such as `26 × 26 × 32`. */
export function sizes([, ...shape]: readonly (number | null)[]): string {
  return shape.map((size) => size ?? '?').join(' × ');
}
