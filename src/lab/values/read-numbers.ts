import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { describe, shapeText } from './describe';
import { isTensor } from './kinds';
import { numbersIn } from './number-lists';
import { checkAlive, floats, read } from './read';

/** Numbers with a shape, row-major. */
export interface Numbers {
  shape: number[];
  values: Float32Array;
}
/** Numbers as a reader gives them: a tensor or nested lists. */
export type NumberSource = tf.Tensor | readonly number[] | readonly (readonly number[])[];

/** Values that one explanation may hold, over all its inputs and outputs. */
const MOST = 2_000_000;

/**
 * What a reader gave as `what`, with the axes counted in `ranks`.
 * @throws TypeError for anything but a tensor or lists of numbers, RangeError for other axes or too many values
 */
export function checkNumbers(verb: string, what: string, value: unknown, ranks: number[]): tf.Tensor | Numbers {
  const numbers = isTensor(value) ? value : numbersIn(value);
  if (!numbers) throw new TypeError(say('lab.numbers', { verb, what, value: describe(value) }));
  if (isTensor(numbers)) checkAlive(verb, numbers);
  const { shape } = numbers;
  if (!ranks.includes(shape.length)) throw new RangeError(say('lab.axes', { verb, what, shape: shapeText(shape) }));
  if (tf.util.sizeFromShape(shape) > MOST)
    throw new RangeError(say('lab.many', { verb, what, shape: shapeText(shape) }));
  return numbers;
}

/** Tensors and numbers by name. */
export type Sources = Record<string, tf.Tensor | Numbers | undefined>;

/** Reads them all in one go; `wait` is called where the backend can only answer later. */
export function readNumbers<S extends Sources>(
  sources: S,
  use: (numbers: { [Name in keyof S]: Numbers | Extract<S[Name], undefined> }) => void,
  wait: () => void,
): void {
  const tensors = Object.values(sources).filter(isTensor);
  const give = (all: Float32Array): void => {
    let from = 0;
    const numbers = Object.entries(sources).map(([name, source]) => {
      if (!isTensor(source)) return [name, source];
      from += source.size;
      return [name, { shape: source.shape, values: all.slice(from - source.size, from) }];
    });
    use(Object.fromEntries(numbers));
  };
  if (tensors.length === 0) return give(new Float32Array());
  read(
    () => tf.concat(tensors.map((tensor) => tensor.cast('float32').flatten())),
    (values) => give(floats(values)),
    wait,
  );
}
