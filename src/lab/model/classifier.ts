import * as tf from '@tensorflow/tfjs';
import { inBrackets, listed, say } from '../../words';
import { describe, shapeText } from '../values/describe';
import { bareValueOf, lastActivation, type Given } from './forward';

/** A model as a classifier. */
export interface Classifier {
  /** How many classes there are; a model with a single output has two. */
  count: number;
  /** The scores before softmax or sigmoid, [n, count]. Call it in a tidy. */
  logits(given: readonly Given[]): tf.Tensor2D;
  /** Scores as probabilities, [n, count]. */
  shares(logits: tf.Tensor2D): tf.Tensor2D;
}

/** Names of the classes, in the order of the model's outputs. */
export type ClassNames = readonly (string | number)[];

/**
 * Reads a model as a classifier.
 * @throws TypeError for a model with several outputs, or with an output that is not `[n, classes]`
 */
export function classifierOf(verb: string, model: tf.LayersModel): Classifier {
  const [output] = model.outputs;
  const units = output?.shape[1];
  if (!output || model.outputs.length > 1 || output.shape.length !== 2 || !units) {
    const shapes = listed(model.outputs.map(({ shape }) => shapeText(shape)));
    throw new TypeError(say('lab.classifier.output', { verb, name: model.name, shapes }));
  }
  const sigmoid = units === 1 || lastActivation(output) === 'sigmoid';
  return {
    count: units === 1 ? 2 : units,
    logits(given) {
      const logits = bareValueOf(output, given, ['softmax', 'sigmoid']).as2D(-1, units);
      return units === 1 ? tf.concat2d([logits.neg(), logits], 1) : logits;
    },
    shares: (logits) => (sigmoid ? tf.sigmoid(logits) : tf.softmax(logits)),
  };
}

/** A class: its index from 0, or its name in `classes`. */
export type ClassChoice = number | string;

/**
 * The index of the class that a reader chose; undefined if they left it to the model.
 * @throws RangeError that says which classes there are
 */
export function findClass(
  verb: string,
  wanted: ClassChoice | undefined,
  names: ClassNames | undefined,
  count: number,
): number | undefined {
  if (wanted === undefined) return undefined;
  const named = typeof wanted === 'string' ? (names ?? []).findIndex((name) => String(name) === wanted) : -1;
  const index = named >= 0 ? named : wanted;
  if (typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < count) return index;
  const list = inBrackets((names ?? []).map(String));
  throw new RangeError(say('lab.classifier.class', { verb, wanted: describe(wanted), last: count - 1, list }));
}

/** The name of a class; `class 3` without names. */
export function className(names: ClassNames | undefined, index: number): string {
  const name = names?.[index];
  return name === undefined ? say('lab.classifier.nameless', { index }) : String(name);
}

/** @throws RangeError if the number of names is not the number of classes */
export function checkNames(verb: string, names: ClassNames | undefined, count: number): void {
  if (names && names.length !== count)
    throw new RangeError(say('lab.classifier.names', { verb, given: names.length, wanted: count }));
}
