import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { atLeast, checkOptions, whole, type Rules } from '../values/check-options';
import { chosenClass, classRules, type ClassOptions } from '../model/class-options';
import { classifierOf } from '../model/classifier';
import { heatOf } from './heat';
import { given, oneImage } from '../model/one-image';
import { showHeat } from './show-heat';
import { stage } from '../stage';

/** The class of `saliency`, and how to smooth its gradient. */
export interface SaliencyOptions extends ClassOptions {
  /** SmoothGrad: the number of noisy copies of the image over which the gradient is averaged. Default: 0, the image itself. */
  copies?: number;
  /** Standard deviation of their noise, as a fraction of the image's range. Default: 0.1. */
  noise?: number;
}

const rules: Rules<SaliencyOptions> = { ...classRules, copies: whole(0), noise: atLeast(0) };

/**
 * Saliency: how much a class's score z (before softmax) changes with each pixel, |∂z/∂x|. Of several channels the largest
 * value is drawn.
 *
 * ```ts
 * saliency(model, image)
 * saliency(model, image, { class: 3, copies: 20 })
 * ```
 *
 * @param model a built layers model with one input `[h, w, c]` and one output `[classes]`
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, with pixel values scaled as in training
 * @param options see `SaliencyOptions`
 * @throws RangeError for an unknown class, or for an image whose shape the model does not take
 * @throws TypeError for a model that is not a classifier, or for an unknown option
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
