import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { batchInput } from '../model/batch-input';
import { breathe } from '../values/breathe';
import { classifierOf } from '../model/classifier';
import { describe, shapeText } from '../values/describe';
import { checkModel } from '../model/find-layer';
import { isNumberArray, isTensor } from '../values/kinds';
import { checkAlive, take } from '../values/read';
import type { Stage } from '../stage';

/** The true classes: one-hot `[n, classes]`, or indices from 0 `[n]` as a tensor or a list. */
export type Labels = tf.Tensor | ArrayLike<number>;

/** A model's answers for a whole set. */
export interface Scores {
  classes: number;
  /** Probabilities [n, classes], row-major. */
  shares: Float32Array;
  /** The true class of each example, [n]. */
  truth: Int32Array;
  /** The class with the largest share, [n]; the first of equal ones, as `tf.argMax` takes. */
  guessed: Int32Array;
}

/** Examples that the model sees at once. */
const BATCH = 128;

/**
 * The model's probabilities for every example; undefined if the reader pressed Stop.
 * @throws RangeError if inputs and labels do not fit the model or each other
 * @throws TypeError for a model that is not a classifier
 */
export async function scoreSet(
  here: Stage,
  verb: string,
  model: tf.LayersModel,
  inputs: tf.Tensor,
  labels: Labels,
): Promise<Scores | undefined> {
  checkModel(verb, model);
  const { count: classes, logits, shares: sharesOf } = classifierOf(verb, model);
  const input = batchInput(verb, model, inputs);
  const count = inputs.shape[0] ?? 0;
  const truth = await truthOf(verb, labels, count, classes);
  const shares = new Float32Array(count * classes);
  for (let from = 0; from < count; from += BATCH) {
    await breathe();
    if (here.stopped()) return undefined;
    const some = tf.tidy(() => {
      const value = inputs.slice([from], [Math.min(BATCH, count - from)]).cast('float32');
      return sharesOf(logits([{ at: input, value }]));
    });
    shares.set(await take(some), from * classes);
  }
  const guessed = Int32Array.from({ length: count }, (_, at) =>
    largest(shares.subarray(at * classes, (at + 1) * classes)),
  );
  return { classes, shares, truth, guessed };
}

async function truthOf(verb: string, labels: Labels, count: number, classes: number): Promise<Int32Array> {
  const truth = isTensor(labels) ? await fromTensor(verb, labels, classes) : listed(verb, labels);
  if (truth.length !== count) throw new RangeError(say('lab.labels.count', { verb, labels: truth.length, count }));
  const wrong = truth.find((label) => !(label >= 0 && label < classes));
  if (wrong !== undefined) throw new RangeError(say('lab.labels.class', { verb, wrong, last: classes - 1 }));
  return truth;
}

async function fromTensor(verb: string, labels: tf.Tensor, classes: number): Promise<Int32Array> {
  checkAlive(verb, labels);
  const columns = labels.rank === 2 ? (labels.shape[1] ?? 0) : 1;
  if (labels.rank > 2 || labels.rank === 0 || (columns !== 1 && columns !== classes)) {
    throw new RangeError(say('lab.labels.shape', { verb, shape: shapeText(labels.shape), classes }));
  }
  const indices = tf.tidy(() => (columns > 1 ? labels.argMax(1) : labels.flatten()).cast('float32'));
  return Int32Array.from(await take(indices));
}

function listed(verb: string, labels: ArrayLike<number>): Int32Array {
  const numbers = Array.isArray(labels) || isNumberArray(labels) ? Array.from(labels, Number) : undefined;
  if (!numbers?.every(Number.isInteger)) throw new TypeError(say('lab.labels', { verb, value: describe(labels) }));
  return Int32Array.from(numbers);
}

/** The index of the largest value; the first of equal ones. */
export function largest(values: ArrayLike<number>): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) if ((values[at] ?? -Infinity) > (values[best] ?? -Infinity)) best = at;
  return best;
}
