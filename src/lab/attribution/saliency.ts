import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { atLeast, checkOptions, whole, type Rules } from '../values/check-options';
import { chosenClass, classRules, type ClassOptions } from '../model/class-options';
import { classifierOf } from '../model/classifier';
import { heatOf } from './heat';
import { given, oneImage } from '../model/one-image';
import { showHeat } from './show-heat';
import { stage } from '../stage';

export interface SaliencyOptions extends ClassOptions {
  /** SmoothGrad: the mean of the gradient over so many noisy copies of the image; none without it. */
  copies?: number;
  /** Standard deviation of their noise, as a share of the image's own range; 0.1 without it. */
  noise?: number;
}

const rules: Rules<SaliencyOptions> = { ...classRules, copies: whole(0), noise: atLeast(0) };

/**
 * Saliency: how much a class's number z (before softmax) changes with each pixel, |∂z/∂x|, the largest of its channels.
 *
 * @example
 * saliency(model, image)
 * saliency(model, image, { class: 3, copies: 20 })
 *
 * @param model a built layers model with one input `[h, w, c]` and one output `[classes]`
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, in the scale that the model was trained on
 * @param options `class` (the model's first guess without it), `classes`, `copies`, `noise`, `title`
 * @throws RangeError for an unknown class, or an image of another shape than the model takes
 * @throws TypeError for a model that tells no classes apart
 * @see Simonyan, Vedaldi, Zisserman, Deep inside convolutional networks, arXiv 1312.6034; Smilkov et al., SmoothGrad,
 *   arXiv 1706.03825
 */
export function saliency(model: tf.LayersModel, image: tf.Tensor, options: SaliencyOptions = {}): void {
  const here = stage();
  const verb = 'saliency';
  checkOptions(verb, options, rules);
  const one = oneImage(verb, model, image);
  const classifier = classifierOf(verb, model);
  const wanted = chosenClass(verb, options, classifier.count);
  const { copies = 0, noise = 0.1 } = options;
  const [, height, width, channels] = one.shape;

  showHeat(here, {
    one,
    classifier,
    wanted,
    options,
    compute(x, own) {
      const score = (images: tf.Tensor): tf.Scalar => own.mul(classifier.logits(given(one, images))).sum();
      const slope = tf.grad(score)(copies === 0 ? x : noisy(x, copies, noise));
      return slope.mean(0).reshape([height, width, channels]).abs().max(2);
    },
    heats: (values) => [heatOf(say('lab.saliency.heat'), values, [height, width])],
    title: say('lab.saliency.title'),
    facts: () => (copies === 0 ? [] : [say('lab.saliency.copies', { copies, noise })]),
  });
}

function noisy(x: tf.Tensor4D, copies: number, noise: number): tf.Tensor4D {
  const [, height, width, channels] = x.shape;
  const spread = x.max().sub(x.min()).mul(noise);
  return x.add(tf.randomNormal<tf.Rank.R4>([copies, height, width, channels]).mul(spread));
}
