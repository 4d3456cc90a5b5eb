import * as tf from '@tensorflow/tfjs';
import type { SummaryOutput } from '../protocol';
import { attempt } from './attempt';
import { shapeText } from './describe';
import { isBranching, usesOf, type Use } from './graph';

/** What stands where a shape is not known yet. */
const UNKNOWN = '?';

/** A model in the manner of Keras's `summary()`. A model without an input shape has unknown shapes and no parameters yet. */
export function summaryOf(model: tf.LayersModel): SummaryOutput {
  const built = model.built && Boolean(model.inputs?.length);
  const uses = built ? usesOf(model) : [];
  const branching = built && isBranching(model);
  return {
    kind: 'summary',
    name: model.name,
    layers: model.layers.map((layer) => {
      const own = uses.filter((use) => use.layer === layer);
      return {
        name: layer.name,
        type: layer.getClassName(),
        outputShape: shapesOf(own),
        parameters: attempt(() => layer.countParams(), 0),
        from: branching ? [...new Set(own.flatMap(({ from }) => from.map(({ name }) => name)))] : [],
      };
    }),
    branching,
    parameters: count(model.weights),
    trainable: count(model.trainableWeights),
  };
}

function shapesOf(uses: Use[]): string {
  const shapes = uses.flatMap(({ outputs }) => outputs.map(({ shape }) => shapeText(shape)));
  return [...new Set(shapes)].join(', ') || UNKNOWN;
}

function count(weights: { shape: (number | null)[] }[]): number {
  return weights.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape.map(Number)), 0);
}
