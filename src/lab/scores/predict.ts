import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { checkOptions, oneOf, text, whole, type Rules } from '../values/check-options';
import { names } from '../model/class-options';
import { checkNames, classifierOf, type ClassNames } from '../model/classifier';
import { guessesOf } from './guesses';
import { given, oneImage, pictureOf } from '../model/one-image';
import { floats, read } from '../values/read';
import { stage } from '../stage';

/** How `predict` draws. */
export interface PredictOptions {
  /** Names of the classes, in the order of the model's outputs. Default: their indices. */
  classes?: ClassNames;
  /** The largest number of guesses. Default: 5. */
  limit?: number;
  /** `share`: the most probable first; `class`: in the order of the classes, which jumps less as a picture changes. Default: `share`. */
  order?: 'share' | 'class';
  /** A line above the output. Default: none. */
  title?: string;
}

const rules: Rules<PredictOptions> = { classes: names, limit: whole(1), order: oneOf('share', 'class'), title: text };

/**
 * Shows what a model takes a picture for: its first guesses with their probabilities, as bars next to the picture.
 *
 * ```ts
 * predict(model, digit)
 * predict(model, image, { classes: data.classes, limit: 3 })
 * ```
 *
 * @param model a built layers model with one input `[h, w, c]` and one output `[classes]`; if it does not end with softmax or
 *   sigmoid, softmax is applied
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, with pixel values scaled as in training
 * @param options see `PredictOptions`
 * @throws RangeError for an image whose shape the model does not take, or if the number of `classes` does not fit the model
 * @throws TypeError for a model that is not a classifier, or for an unknown option
 */
export function predict(model: tf.LayersModel, image: tf.Tensor, options: PredictOptions = {}): void {
  const here = stage();
  const verb = 'predict';
  checkOptions(verb, options, rules);
  const one = oneImage(verb, model, image);
  const { count, logits, shares } = classifierOf(verb, model);
  checkNames(verb, options.classes, count);
  const { limit = 5, order = 'share', title } = options;
  let slot: string | undefined;
  read(
    () => {
      const x = one.tensor();
      return tf.concat([shares(logits(given(one, x))).flatten(), x.flatten()]);
    },
    (values) => {
      const all = floats(values);
      const guesses = guessesOf(all.slice(0, count), options.classes, { limit, inOrder: order === 'class' });
      const items = [{ image: pictureOf(all.slice(count), one.shape), guesses }];
      slot = here.emit({ kind: 'guesses', ...(title !== undefined && { title }), items, omitted: 0 }, slot);
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: say('lab.predict.wait'), type: 'other' } })),
  );
}
