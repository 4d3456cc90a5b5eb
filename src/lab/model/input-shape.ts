import type * as tf from '@tensorflow/tfjs';
import { listed, say } from '../../words';
import { describe, shapeText } from '../values/describe';
import { isTensor } from '../values/kinds';
import { checkAlive } from '../values/read';

/**
 * The shape [1, height, width, channels] in which a model takes one image.
 * @throws TypeError for a model with several inputs, or for anything but a tensor
 * @throws RangeError for an image whose shape the model does not take
 * @throws Error for a tensor that was disposed
 */
export function inputShape(verb: string, model: tf.LayersModel, image: unknown): number[] {
  const wanted = model.inputs[0]?.shape.slice(1) ?? [];
  if (model.inputs.length > 1) {
    const names = listed(model.inputs.map(({ name }) => name));
    throw new TypeError(say('lab.image.inputs', { verb, count: model.inputs.length, names }));
  }
  if (!isTensor(image)) throw new TypeError(say('lab.image.tensor', { verb, value: describe(image) }));
  checkAlive(verb, image);
  const shape = image.rank === wanted.length + 1 && image.shape[0] === 1 ? image.shape.slice(1) : image.shape;
  const fits = shape.length === wanted.length && shape.every((size, at) => wanted[at] === null || wanted[at] === size);
  if (fits) return [1, ...shape];
  const message = say('lab.image.shape', { verb, given: shapeText(image.shape), wanted: shapeText(wanted) });
  throw new RangeError(`${message} ${cureFor(image.rank - wanted.length)}`.trim());
}

/** Advice for an image with `extra` axes more than the model takes (fewer, if negative). */
function cureFor(extra: number): string {
  if (extra === 1) return say('lab.image.batch');
  return extra === -1 ? say('lab.image.grey') : '';
}
