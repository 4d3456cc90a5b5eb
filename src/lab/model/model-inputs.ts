import * as tf from '@tensorflow/tfjs';
import { listed, say } from '../../words';
import { describe, shapeText } from '../values/describe';
import { inputShape } from './input-shape';
import { isTensor } from '../values/kinds';
import { checkAlive } from '../values/read';

/**
 * One example as a batch of one: a tensor, or a list with a tensor for each input of the model. The example may have a batch
 * axis or not. Call the returned function in a tidy.
 * @throws TypeError for anything but a tensor, or for a list of another length
 * @throws RangeError for an example whose shape the model does not take
 */
export function inputsOf(verb: string, model: tf.LayersModel, example: unknown): () => tf.Tensor[] {
  const { inputs } = model;
  if (inputs.length === 1 && !Array.isArray(example)) {
    const shape = inputShape(verb, model, example);
    return () => (isTensor(example) ? [example.cast('float32').reshape(shape)] : []);
  }
  const given: unknown[] = Array.isArray(example) ? example : [example];
  const tensors = given.filter(isTensor);
  if (tensors.length !== inputs.length || given.length !== inputs.length) {
    const list = listed(inputs.map(({ name }) => name));
    throw new TypeError(
      say('lab.inspect.inputs', { verb, count: inputs.length, names: list, value: describe(example) }),
    );
  }
  const shapes = tensors.map((tensor, at) => shapeFor(verb, tensor, inputs[at]?.shape.slice(1) ?? []));
  return () => tensors.map((tensor, at) => tensor.cast('float32').reshape(shapes[at] ?? tensor.shape));
}

function shapeFor(verb: string, tensor: tf.Tensor, wanted: (number | null)[]): number[] {
  checkAlive(verb, tensor);
  const shape = tensor.rank === wanted.length + 1 && tensor.shape[0] === 1 ? tensor.shape.slice(1) : tensor.shape;
  const fits = shape.length === wanted.length && shape.every((size, at) => wanted[at] === null || wanted[at] === size);
  if (fits) return [1, ...shape];
  throw new RangeError(say('lab.image.shape', { verb, given: shapeText(tensor.shape), wanted: shapeText(wanted) }));
}
