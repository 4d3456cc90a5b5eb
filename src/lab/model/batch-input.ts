import type * as tf from '@tensorflow/tfjs';
import { listed, say } from '../../words';
import { describe, shapeText } from '../values/describe';
import { isTensor } from '../values/kinds';
import { checkAlive } from '../values/read';

/**
 * The input of a model that takes this batch.
 * @throws TypeError for a model with several inputs, or for anything but a tensor
 * @throws RangeError for a batch whose shape the model does not take
 * @throws Error for a tensor that was disposed
 */
export function batchInput(verb: string, model: tf.LayersModel, inputs: unknown): tf.SymbolicTensor {
  const [input] = model.inputs;
  if (!input || model.inputs.length > 1) {
    const names = listed(model.inputs.map(({ name }) => name));
    throw new TypeError(say('lab.image.inputs', { verb, count: model.inputs.length, names }));
  }
  if (!isTensor(inputs)) throw new TypeError(say('lab.image.tensor', { verb, value: describe(inputs) }));
  checkAlive(verb, inputs);
  const [count = 0, ...shape] = inputs.shape;
  const wanted = input.shape.slice(1);
  const fits = shape.length === wanted.length && shape.every((size, at) => wanted[at] === null || wanted[at] === size);
  if (fits && count > 0) return input;
  throw new RangeError(say('lab.images.shape', { verb, given: shapeText(inputs.shape), wanted: shapeText(wanted) }));
}
