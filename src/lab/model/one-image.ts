import * as tf from '@tensorflow/tfjs';
import type { Picture } from '../../protocol';
import { listed, say } from '../../words';
import { describe, shapeText } from '../values/describe';
import { checkModel } from './find-layer';
import type { Given } from './forward';
import { inputShape } from './input-shape';
import { isTensor } from '../values/kinds';
import { minMax, rangeFor } from '../values/range';
import { checkAlive } from '../values/read';

/** The image that a verb explains, and the model's input for it. */
export interface OneImage {
  input: tf.SymbolicTensor;
  /** [1, height, width, channels] */
  shape: [number, number, number, number];
  /** The image as a batch of one, float32. Call it in a tidy. */
  tensor(): tf.Tensor4D;
}

/**
 * Checks the model and the image of a verb.
 * @throws TypeError for a model that does not take pictures, or for anything but a tensor
 * @throws RangeError for an image whose shape the model does not take
 */
export function oneImage(verb: string, model: tf.LayersModel, image: tf.Tensor): OneImage {
  checkModel(verb, model);
  const input = pictureInput(verb, model);
  const [, height = 0, width = 0, channels = 0] = inputShape(verb, model, image);
  const shape: OneImage['shape'] = [1, height, width, channels];
  return { input, shape, tensor: () => image.cast('float32').reshape(shape) };
}

/** @throws TypeError for a model with several inputs, or with one that is not a picture [h, w, c] */
export function pictureInput(verb: string, model: tf.LayersModel): tf.SymbolicTensor {
  const [input] = model.inputs;
  if (model.inputs.length > 1) {
    const names = listed(model.inputs.map(({ name }) => name));
    throw new TypeError(say('lab.image.inputs', { verb, count: model.inputs.length, names }));
  }
  if (!input || input.shape.length !== 4) {
    const shape = shapeText(input?.shape ?? []);
    throw new TypeError(say('lab.image.rank', { verb, name: model.name, shape }));
  }
  return input;
}

/** The value of the model's input. */
export function given({ input }: OneImage, value: tf.Tensor): Given[] {
  return [{ at: input, value }];
}

/** A picture of the values of one image. If it has other than 1, 3 or 4 channels, their mean is drawn. */
export function pictureOf(values: Float32Array, [, height, width, channels]: OneImage['shape']): Picture {
  const whole = channels === 1 || channels === 3 || channels === 4;
  const pixels = whole ? values : meansOf(values, channels);
  const scale = whole && channels > 1 ? 'colour' : 'grey';
  return {
    width,
    height,
    channels: whole ? channels : 1,
    values: pixels,
    scale,
    range: rangeFor(scale, minMax(pixels)),
  };
}

function meansOf(values: Float32Array, channels: number): Float32Array {
  return Float32Array.from({ length: values.length / channels }, (_, pixel) => {
    const mixed = values.subarray(pixel * channels, (pixel + 1) * channels);
    return mixed.reduce((sum, value) => sum + value, 0) / channels;
  });
}

/**
 * Images [n, h, w, c], or one [h, w, c], as a batch. Call `tensor` in a tidy.
 * @throws TypeError for anything but a tensor
 * @throws RangeError for images whose shape the model does not take
 */
export function imageBatch(
  verb: string,
  input: tf.SymbolicTensor,
  images: unknown,
): { shape: [number, number, number, number]; tensor(): tf.Tensor4D } {
  if (!isTensor(images)) throw new TypeError(say('lab.image.tensor', { verb, value: describe(images) }));
  checkAlive(verb, images);
  const wanted = input.shape.slice(1);
  const [count = 0, height = 0, width = 0, channels = 0] = images.rank === 3 ? [1, ...images.shape] : images.shape;
  const fits = [height, width, channels].every((size, at) => wanted[at] === null || wanted[at] === size);
  if (images.rank < 3 || images.rank > 4 || count === 0 || !fits) {
    const message = say('lab.images.shape', { verb, given: shapeText(images.shape), wanted: shapeText(wanted) });
    throw new RangeError(message);
  }
  return {
    shape: [count, height, width, channels],
    tensor: () => images.cast('float32').reshape([count, height, width, channels]),
  };
}
