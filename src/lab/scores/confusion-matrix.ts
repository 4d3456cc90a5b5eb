import type * as tf from '@tensorflow/tfjs';
import type { Example } from '../../protocol';
import { say } from '../../words';
import { checkOptions, text, whole, type Rules } from '../values/check-options';
import { confusion, withError } from './class-report';
import { names } from '../model/class-options';
import { checkNames, classifierOf, type ClassNames } from '../model/classifier';
import { checkModel } from '../model/find-layer';
import { roundTo } from '../values/number-text';
import { scoreSet, type Labels, type Scores } from './score-set';
import { picturesAt } from './some-pictures';
import { stage } from '../stage';

/** How `confusionMatrix` draws. */
export interface ConfusionMatrixOptions {
  /** Names of the classes, in the order of the model's outputs. Default: their indices. */
  classes?: ClassNames;
  /** The largest number of pictures of a cell, up to 100; those the model is most certain about come first. Default: 12. */
  limit?: number;
  /** A line above the output. Default: the accuracy with its error bar. */
  title?: string;
}

/** Limit for the classes of one matrix: of more, no cell can be read or pointed at. */
const mostClasses = 200;
/** Limit for the pictures of one cell. */
const mostPictures = 100;

const rules: Rules<ConfusionMatrixOptions> = { classes: names, limit: whole(0), title: text };

/**
 * Shows which classes a model mistakes for which: one row for each true class, one column for each guess. A cell's colour is
 * its share of the row; the end of each row gives its recall. A click (or Enter) on a cell shows its pictures.
 *
 * ```ts
 * await confusionMatrix(model, data.test.images, data.test.labels, { classes: data.classes })
 * ```
 *
 * @param model a built layers model with one output `[classes]`
 * @param inputs `[n, …]`, as the model takes them; pictures are shown only for `[n, h, w, c]`
 * @param labels the true classes: one-hot `[n, classes]`, or indices from 0 `[n]`, as a tensor or a list
 * @param options see `ConfusionMatrixOptions`
 * @throws RangeError if the inputs, labels and model do not fit each other, or for more than 200 classes
 * @throws TypeError for a model that is not a classifier, or for an unknown option
 */
export async function confusionMatrix(
  model: tf.LayersModel,
  inputs: tf.Tensor,
  labels: Labels,
  options: ConfusionMatrixOptions = {},
): Promise<void> {
  const here = stage();
  const verb = 'confusionMatrix';
  checkOptions(verb, options, rules);
  checkModel(verb, model);
  const { count } = classifierOf(verb, model);
  checkNames(verb, options.classes, count);
  if (count > mostClasses) throw new RangeError(say('lab.confusionMatrix.many', { count, most: mostClasses }));
  const scores = await scoreSet(here, verb, model, inputs, labels);
  if (!scores) return;
  const { classes, truth, guessed } = scores;
  const chosen = surest(scores, Math.min(options.limit ?? 12, mostPictures));
  const pictures = await picturesAt(
    inputs,
    chosen.map(({ at }) => at),
  );
  const right = truth.reduce((sum, label, at) => sum + (label === guessed[at] ? 1 : 0), 0);
  const { share, error } = withError(right, truth.length);
  here.emit({
    kind: 'confusion',
    title: options.title ?? say('lab.confusionMatrix.title', { accuracy: roundTo(share, 3), error: roundTo(error, 3), count: truth.length }), // prettier-ignore
    classes: Array.from({ length: classes }, (_, index) => String(options.classes?.[index] ?? index)),
    counts: confusion(truth, guessed, classes),
    examples: pictures.flatMap((image, index) => {
      const example = chosen[index];
      return example ? [{ ...example, image }] : [];
    }),
  });
}

type Chosen = Omit<Example, 'image'>;

/** The examples of each cell that the model is most certain about. Cells take turns, so that each gets some of the room. */
function surest({ classes, shares, truth, guessed }: Scores, limit: number): Chosen[] {
  const cells = new Map<number, Chosen[]>();
  truth.forEach((row, at) => {
    const column = guessed[at] ?? 0;
    const cell = row * classes + column;
    const share = shares[at * classes + column] ?? 0;
    cells.set(cell, [...(cells.get(cell) ?? []), { row, column, at, share }]);
  });
  const sorted = [...cells.values()].map((all) => all.sort((a, b) => b.share - a.share));
  return Array.from({ length: limit }, (_, turn) => sorted.flatMap((all) => all[turn] ?? [])).flat();
}
