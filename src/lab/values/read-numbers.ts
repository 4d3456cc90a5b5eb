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

/** Limit for the values of one argument. */
const MAX_VALUES = 2_000_000;

/**
 * Checks the numbers that a reader gave to a verb.
 * @param what the name of the argument
 * @param ranks the numbers of axes that it may have
 * @throws TypeError for anything but a tensor or lists of numbers
 * @throws RangeError for another number of axes, or for too many values
 * @throws Error for a tensor that was disposed
 */
export function checkNumbers(verb: string, what: string, value: unknown, ranks: number[]): tf.Tensor | Numbers {
  const numbers = isTensor(value) ? value : numbersIn(value);
  if (!numbers) throw new TypeError(say('lab.numbers', { verb, what, value: describe(value) }));
  if (isTensor(numbers)) checkAlive(verb, numbers);
  const { shape } = numbers;
  if (!ranks.includes(shape.length)) throw new RangeError(say('lab.axes', { verb, what, shape: shapeText(shape) }));
  if (tf.util.sizeFromShape(shape) > MAX_VALUES)
    throw new RangeError(say('lab.many', { verb, what, shape: shapeText(shape) }));
  return numbers;
}

/** Tensors and numbers by name. */
export type Sources = Record<string, tf.Tensor | Numbers | undefined>;

/** Reads all sources at once and passes their numbers to `use`. Calls `wait` first if the backend can only answer later. */
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
