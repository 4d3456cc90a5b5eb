import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { breathe } from '../values/breathe';
import { checkOptions, whole, type Rules } from '../values/check-options';
import { chosenClass, classRules, type ClassOptions } from '../model/class-options';
import { classifierOf, className, type Classifier } from '../model/classifier';
import { heatOf } from './heat';
import { numberText } from '../values/number-text';
import { hide, meanDrops, placesOf } from './occluded';
import { given, oneImage, pictureOf, type OneImage } from '../model/one-image';
import { take } from '../values/read';
import { stage } from '../stage';

/** The class and the patch of `occlusion`. */
export interface OcclusionOptions extends ClassOptions {
  /** Side of the square patch in pixels. Default: a seventh of the image's shorter side. */
  size?: number;
  /** Pixels between two positions of the patch. Default: half its side. */
  stride?: number;
  /** What the patch shows: the image's `mean` colour, a `blur` of the image, or a value such as 0. Default: `mean`. */
  fill?: 'mean' | 'blur' | number;
}

const rules: Rules<OcclusionOptions> = {
  ...classRules,
  size: whole(1),
  stride: whole(1),
  fill: {
    test: (value) => value === 'mean' || value === 'blur' || Number.isFinite(value),
    wanted: () => say('lab.want.fill'),
  },
};

/** Images that the model sees at once. */
const BATCH = 32;

/**
 * Occlusion: hides one part of the image after another behind a square patch. Each pixel shows by how much the class's
 * probability drops, averaged over the patches that hid it. Below zero (blue), hiding the pixel made the model more certain.
 *
 * ```ts
 * await occlusion(model, image)
 * await occlusion(model, image, { class: 6, size: 5, fill: 'blur' })
 * ```
 *
 * @param model a built layers model with one input `[h, w, c]` and one output `[classes]`
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, with pixel values scaled as in training
 * @param options see `OcclusionOptions`
 * @throws RangeError for an unknown class, for a patch larger than the image, or for an image whose shape the model does not
 *   take
 * @throws TypeError for a model that is not a classifier, or for an unknown option
 * @see Zeiler and Fergus, Visualizing and understanding convolutional networks, arXiv 1311.2901
 */
export async function occlusion(
  model: tf.LayersModel,
  image: tf.Tensor,
  options: OcclusionOptions = {},
): Promise<void> {
  const here = stage();
  const verb = 'occlusion';
  checkOptions(verb, options, rules);
  const one = oneImage(verb, model, image);
  const classifier = classifierOf(verb, model);
  const wanted = chosenClass(verb, options, classifier.count);
  const [, height, width] = one.shape;
  const size = options.size ?? Math.max(1, Math.round(Math.min(height, width) / 7));
  const stride = options.stride ?? Math.max(1, Math.floor(size / 2));
  if (size > Math.min(height, width)) throw new RangeError(say('lab.occlusion.size', { size, height, width }));
  const places = placesOf([height, width], size, stride);
  const first = tf.tidy(() => {
    const x = one.tensor();
    const shares = classifier.shares(classifier.logits(given(one, x)));
    return tf.concat([shares.flatten(), x.flatten(), coverOf(x, options.fill ?? 'mean', size).flatten()]);
  });
  const all = await take(first);
  const { count } = classifier;
  const area = height * width * one.shape[3];
  const shares = all.slice(0, count);
  const pixels = all.slice(count, count + area);
  const cover = all.slice(count + area);
  const index = wanted ?? shares.indexOf(Math.max(...shares));
  const share = shares[index] ?? 0;

  const drops: number[] = [];
  for (let from = 0; from < places.length; from += BATCH) {
    await breathe();
    if (here.stopped()) return;
    const hidden = places.slice(from, from + BATCH).map((place) => hide(pixels, cover, place, size, one.shape));
    const after = await sharesOf(classifier, one, hidden);
    for (let at = index; at < after.length; at += count) drops.push(share - (after[at] ?? 0));
  }
  const name = className(options.classes, index);
  here.emit({
    kind: 'overlay',
    title: options.title ?? `${say('lab.occlusion.title')} · ${name}`,
    image: pictureOf(pixels, one.shape),
    height,
    width,
    heats: [heatOf(say('lab.occlusion.heat'), meanDrops(drops, places, size, [height, width]), [height, width])],
    facts: [
      say('lab.heat.share', { name, share: numberText(share * 100, 1) }),
      say('lab.occlusion.patch', { size, stride, count: places.length }),
    ],
  });
}

/** The probabilities [n, classes] of the classes on variants of the image. */
function sharesOf(classifier: Classifier, one: OneImage, images: Float32Array[]): Promise<Float32Array> {
  const [, height, width, channels] = one.shape;
  return take(
    tf.tidy(() => {
      const x = tf.tensor4d(joined(images), [images.length, height, width, channels]);
      return classifier.shares(classifier.logits(given(one, x)));
    }),
  );
}

/** What the patch would show at each pixel of the image. */
function coverOf(x: tf.Tensor4D, fill: 'mean' | 'blur' | number, size: number): tf.Tensor {
  if (fill === 'mean') return x.mean([1, 2], true).add(tf.zerosLike(x));
  return fill === 'blur' ? tf.avgPool(x, size, 1, 'same') : tf.fill(x.shape, fill);
}

function joined(parts: Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.forEach((part, at) => all.set(part, at * part.length));
  return all;
}
