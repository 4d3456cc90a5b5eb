import * as tf from '@tensorflow/tfjs';
import type { SummaryOutput } from '../../protocol';
import { shapeText } from '../values/describe';
import { isModel } from '../values/kinds';
import { build, isBranching, usesOf, type Use } from './graph';

/** A model's summary, as Keras's `summary()` gives it. */
export function summaryOf(model: tf.LayersModel): SummaryOutput {
  const built = build(model);
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
        outputShape: shapesOf(own) || ownShape(layer),
        parameters: layer.countParams(),
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
  return [...new Set(shapes)].join(', ');
}

/** A Sequential that begins another is not called by it: its own output is what comes out. */
function ownShape(layer: tf.layers.Layer): string {
  return isModel(layer) ? layer.outputs.map(({ shape }) => shapeText(shape)).join(', ') : '';
}

function count(weights: { shape: (number | null)[] }[]): number {
  return weights.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape.map(Number)), 0);
}
