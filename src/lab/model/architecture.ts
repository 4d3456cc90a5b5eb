import * as tf from '@tensorflow/tfjs';
import type { ArchitectureOutput } from '../../protocol';
import { checkOptions, text } from '../values/check-options';
import { checkModel } from './find-layer';
import { settingsOf } from './layer-settings';
import { stepsOf, type ModelStep } from './model-steps';
import { multiplyAdds } from './multiply-adds';
import { stage } from '../stage';
import { summaryOf } from './summary';

/** How `architecture` draws. */
export interface ArchitectureOptions {
  /** A line above the graph. Default: the model's name. */
  title?: string;
}

/** Limit for the layers that are drawn. */
const MAX_LAYERS = 400;

/**
 * Draws a model as a graph, from its inputs down to its outputs. Each layer shows its parameters, its multiply-adds (how
 * often it multiplies a weight by a value for one example) and their share of the total; each edge shows the shape of the
 * data that flows along it, without the batch axis. The summary is drawn with it. A model inside the model is opened and
 * framed. A layer that is used twice counts its parameters once and its multiply-adds twice.
 *
 * ```ts
 * architecture(model)
 * ```
 *
 * @param model a layers model, Sequential or functional, with any number of inputs and outputs
 * @param options see `ArchitectureOptions`
 * @throws TypeError for anything but a layers model, for a model without layers, or for an unknown option
 * @throws Error for a model that was disposed
 */
export function architecture(model: tf.LayersModel, options: ArchitectureOptions = {}): void {
  const here = stage();
  checkOptions('architecture', options, { title: text });
  checkModel('architecture', model);
  here.emit(architectureOf(model, options.title ?? model.name));
}

function architectureOf(model: tf.LayersModel, title: string): ArchitectureOutput {
  const steps = stepsOf(model);
  const shown = steps.slice(0, MAX_LAYERS);
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

/** A shape without the batch axis, such as `26 × 26 × 32`. */
export function sizes([, ...shape]: readonly (number | null)[]): string {
  return shape.map((size) => size ?? '?').join(' × ');
}
