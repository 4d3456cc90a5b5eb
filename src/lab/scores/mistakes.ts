import type * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { checkOptions, text, whole, type Rules } from '../values/check-options';
import { names } from '../model/class-options';
import { checkNames, className, classifierOf, type ClassNames } from '../model/classifier';
import { checkModel } from '../model/find-layer';
import { guessesOf } from './guesses';
import { pictureInput } from '../model/one-image';
import { scoreSet, type Labels } from './score-set';
import { picturesAt } from './some-pictures';
import { stage } from '../stage';

/** How `mistakes` draws. */
export interface MistakesOptions {
  /** Names of the classes, in the order of the model's outputs. Default: their indices. */
  classes?: ClassNames;
  /** The largest number of pictures. Default: 20. */
  limit?: number;
  /** A line above the output. Default: how many pictures are wrong. */
  title?: string;
}

const rules: Rules<MistakesOptions> = { classes: names, limit: whole(1), title: text };

/** The number of guesses for each picture. */
const GUESSES = 3;

/**
 * Shows the pictures that a model gets wrong, those it is most certain about first, each with the model's first three guesses
 * and the true class.
 *
 * ```ts
 * await mistakes(model, data.test.images, data.test.labels, { classes: data.classes })
 * ```
 *
 * @param model a built layers model with one input `[h, w, c]` and one output `[classes]`
 * @param images `[n, h, w, c]`, with pixel values scaled as in training
 * @param labels the true classes: one-hot `[n, classes]`, or indices from 0 `[n]`, as a tensor or a list
 * @param options see `MistakesOptions`
 * @throws RangeError if the images, labels and model do not fit each other
 * @throws TypeError for a model that is not a classifier, or for an unknown option
 */
export async function mistakes(
  model: tf.LayersModel,
  images: tf.Tensor,
  labels: Labels,
  options: MistakesOptions = {},
): Promise<void> {
  const here = stage();
  const verb = 'mistakes';
  checkOptions(verb, options, rules);
  checkModel(verb, model);
  pictureInput(verb, model);
  checkNames(verb, options.classes, classifierOf(verb, model).count);
  const scores = await scoreSet(here, verb, model, images, labels);
  if (!scores) return;
  const { classes, shares, truth, guessed } = scores;
  const sure = (at: number): number => shares[at * classes + (guessed[at] ?? 0)] ?? 0;
  const wrong = [...truth.keys()].filter((at) => truth[at] !== guessed[at]).sort((a, b) => sure(b) - sure(a));
  const shown = wrong.slice(0, options.limit ?? 20);
  const pictures = await picturesAt(images, shown);
  here.emit({
    kind: 'guesses',
    title: options.title ?? say('lab.mistakes.title', { wrong: wrong.length, count: truth.length }),
    items: pictures.map((image, index) => {
      const at = shown[index] ?? 0;
      const label = truth[at] ?? 0;
      return {
        image,
        note: say('lab.mistakes.note', { at, truth: className(options.classes, label) }),
        guesses: guessesOf(shares.subarray(at * classes, (at + 1) * classes), options.classes, {
          limit: GUESSES,
          right: label,
        }),
      };
    }),
    omitted: wrong.length - pictures.length,
  });
}
