import type * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { checkOptions, text, type Rules } from '../values/check-options';
import { names } from '../model/class-options';
import { checkNames, className, classifierOf, type ClassNames } from '../model/classifier';
import { confusion, reportOf, withError, type ClassReport } from './class-report';
import { checkModel } from '../model/find-layer';
import { roundTo } from '../values/number-text';
import { scoreSet, type Labels, type Scores } from './score-set';
import { stage } from '../stage';

/** How `evaluate` names its rows. */
export interface EvaluateOptions {
  /** Names of the classes, in the order of the model's outputs. Default: their indices. */
  classes?: ClassNames;
  /** A line above the output. Default: accuracy, error bar and cross-entropy. */
  title?: string;
}

const rules: Rules<EvaluateOptions> = { classes: names, title: text };

/**
 * Scores a classifier on a set of examples: its accuracy with an error bar, its mean cross-entropy, and for each class the
 * precision (of the examples called so, how many are), the recall (of the examples that are, how many were found) and F1,
 * their harmonic mean. A class that never occurs or is never guessed gets 0 and a remark.
 *
 * ```ts
 * await evaluate(model, data.test.images, data.test.labels, { classes: data.classes })
 * ```
 *
 * @param model a built layers model with one output `[classes]`
 * @param inputs `[n, …]`, as the model takes them
 * @param labels the true classes: one-hot `[n, classes]`, or indices from 0 `[n]`, as a tensor or a list
 * @param options see `EvaluateOptions`
 * @throws RangeError if the inputs, labels and model do not fit each other
 * @throws TypeError for a model that is not a classifier, or for an unknown option
 */
export async function evaluate(
  model: tf.LayersModel,
  inputs: tf.Tensor,
  labels: Labels,
  options: EvaluateOptions = {},
): Promise<void> {
  const here = stage();
  const verb = 'evaluate';
  checkOptions(verb, options, rules);
  checkModel(verb, model);
  checkNames(verb, options.classes, classifierOf(verb, model).count);
  const scores = await scoreSet(here, verb, model, inputs, labels);
  if (!scores) return;
  const report = reportOf(confusion(scores.truth, scores.guessed, scores.classes), scores.classes);
  const remarked = report.some((one) => remarkOn(one) !== null);
  const row = (
    name: string,
    of: Pick<ClassReport, 'precision' | 'recall' | 'f1' | 'occurs'>,
    remark: string | null,
  ) => [
    name,
    ...[of.precision, of.recall, of.f1].map((value) => roundTo(value, 3)),
    of.occurs,
    ...(remarked ? [remark] : []),
  ];
  here.emit({
    kind: 'table',
    title: options.title ?? verdict(scores),
    columns: [
      say('lab.evaluate.class'),
      say('lab.evaluate.precision'),
      say('lab.evaluate.recall'),
      say('lab.evaluate.f1'),
      say('lab.evaluate.count'),
      ...(remarked ? [say('lab.evaluate.remark')] : []),
    ],
    rows: [
      ...report.map((one, index) => row(className(options.classes, index), one, remarkOn(one))),
      row(say('lab.evaluate.mean'), meanOf(report), null),
    ],
    omitted: 0,
  });
}

/** Accuracy with its error bar, and the mean cross-entropy, in words. */
function verdict({ classes, shares, truth, guessed }: Scores): string {
  const right = truth.reduce((sum, label, at) => sum + (label === guessed[at] ? 1 : 0), 0);
  const { share, error } = withError(right, truth.length);
  const losses = truth.reduce((sum, label, at) => sum - Math.log(Math.max(1e-7, shares[at * classes + label] ?? 0)), 0);
  return say('lab.evaluate.title', {
    accuracy: roundTo(share, 3),
    error: roundTo(error, 3),
    count: truth.length,
    loss: roundTo(losses / (truth.length || 1), 3),
  });
}

function remarkOn({ occurs, said }: ClassReport): string | null {
  if (occurs === 0) return say('lab.evaluate.absent');
  return said === 0 ? say('lab.evaluate.unsaid') : null;
}

/** The mean over the classes that occur. */
function meanOf(report: readonly ClassReport[]): Pick<ClassReport, 'precision' | 'recall' | 'f1' | 'occurs'> {
  const present = report.filter(({ occurs }) => occurs > 0);
  const mean = (key: 'precision' | 'recall' | 'f1'): number =>
    present.reduce((sum, one) => sum + one[key], 0) / (present.length || 1);
  const occurs = report.reduce((sum, one) => sum + one.occurs, 0);
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1'), occurs };
}
