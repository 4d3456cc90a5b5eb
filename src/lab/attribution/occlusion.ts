import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { breathe } from '../values/breathe';
import { checkOptions, whole, type Rules } from '../values/check-options';
import { chosenClass, classRules, type ClassOptions } from '../model/class-options';
import { classifierOf, className } from '../model/classifier';
import { heatOf } from './heat';
import { numberText } from '../values/number-text';
import { hide, meanDrops, placesOf } from './occluded';
import { given, oneImage, pictureOf } from '../model/one-image';
import { take } from '../values/read';
import { stage } from '../stage';

export interface OcclusionOptions extends ClassOptions {
  /** Side of the square patch in pixels; a seventh of the image's shorter side without it. */
  size?: number;
  /** Pixels between two places of the patch; half its side without it. */
  stride?: number;
  /** What the patch shows: the image's `mean` colour (the default), the image `blur`red, or a value such as 0. */
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

/** Images that are looked at in one go. */
const BATCH = 32;

/**
 * Occlusion: a patch hides one part of the image after the other; each pixel gets the drop of the class's probability,
 * averaged over the patches that hid it. Below zero (blue): hiding it made the model surer.
 *
 * @example
 * await occlusion(model, image)
 * await occlusion(model, image, { class: 6, size: 5, fill: 'blur' })
 *
 * @param model a built layers model with one input `[h, w, c]` and one output `[classes]`
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, in the scale that the model was trained on
 * @param options `class` (the model's first guess without it), `classes`, `size`, `stride`, `fill`, `title`
 * @throws RangeError for an unknown class, a patch larger than the image, or an image of another shape than the model
 *   takes
 * @throws TypeError for a model that tells no classes apart
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
  const [shares, pixels, cover] = [all.slice(0, count), all.slice(count, count + area), all.slice(count + area)];
  const index = wanted ?? shares.indexOf(Math.max(...shares));
  const share = shares[index] ?? 0;

  const drops: number[] = [];
  for (let from = 0; from < places.length; from += BATCH) {
    await breathe();
    if (here.stopped()) return;
    const hidden = places.slice(from, from + BATCH).map((place) => hide(pixels, cover, place, size, one.shape));
    const after = await take(
      tf.tidy(() => {
        const x = tf.tensor4d(joined(hidden), [hidden.length, height, width, one.shape[3]]);
        return classifier.shares(classifier.logits(given(one, x)));
      }),
    );
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

/** What the patch shows at each pixel of the image. */
function coverOf(x: tf.Tensor4D, fill: 'mean' | 'blur' | number, size: number): tf.Tensor {
  if (fill === 'mean') return x.mean([1, 2], true).add(tf.zerosLike(x));
  return fill === 'blur' ? tf.avgPool(x, size, 1, 'same') : tf.fill(x.shape, fill);
}

function joined(parts: Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.forEach((part, at) => all.set(part, at * part.length));
  return all;
}
