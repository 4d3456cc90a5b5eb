import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { checkOptions, oneOf, text, whole, type Rules } from '../values/check-options';
import { names } from '../model/class-options';
import { checkNames, classifierOf, type ClassNames } from '../model/classifier';
import { guessesOf } from './guesses';
import { given, oneImage, pictureOf } from '../model/one-image';
import { floats, read } from '../values/read';
import { stage } from '../stage';

export interface PredictOptions {
  /** Names of the classes, in the order of the model's outputs. */
  classes?: ClassNames;
  /** Guesses at most; 5 without it. */
  limit?: number;
  /** `share` (the default): the surest first; `class`: as the classes stand, which is calmer while a picture changes. */
  order?: 'share' | 'class';
  /** A line above the output. */
  title?: string;
}

const rules: Rules<PredictOptions> = { classes: names, limit: whole(1), order: oneOf('share', 'class'), title: text };

/**
 * What a model takes a picture for: its first guesses with their probabilities, as bars beside the picture.
 *
 * @example
 * predict(model, digit)
 * predict(model, image, { classes: data.classes, limit: 3 })
 *
 * @param model a built layers model with one input `[h, w, c]` and one output `[classes]`; where it ends without softmax
 *   or sigmoid, softmax is applied
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, in the scale that the model was trained on
 * @param options `classes`, `limit`, `order`, `title`
 * @throws RangeError for an image of another shape than the model takes
 * @throws TypeError for a model that tells no classes apart
 */
export function predict(model: tf.LayersModel, image: tf.Tensor, options: PredictOptions = {}): void {
  const here = stage();
  const verb = 'predict';
  checkOptions(verb, options, rules);
  const one = oneImage(verb, model, image);
  const { count, logits, shares } = classifierOf(verb, model);
  checkNames(verb, options.classes, count);
  const { limit: most = 5, order = 'share', title } = options;
  let slot: string | undefined;
  read(
    () => {
      const x = one.tensor();
      return tf.concat([shares(logits(given(one, x))).flatten(), x.flatten()]);
    },
    (values) => {
      const all = floats(values);
      const guesses = guessesOf(all.slice(0, count), options.classes, { most, inOrder: order === 'class' });
      const items = [{ image: pictureOf(all.slice(count), one.shape), guesses }];
      slot = here.emit({ kind: 'guesses', ...(title !== undefined && { title }), items, omitted: 0 }, slot);
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: say('lab.predict.wait'), type: 'other' } })),
  );
}
