import { generator } from '../values/generator';

/** A list of numbers, or a list of such lists. */
export type Deep = number | Deep[];

/** Draws the values of a fresh case. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** A number from `low` up to `high`, rounded to two decimals. */
  real(low: number, high: number): number;
  /** One of the values. */
  pick<Value>(values: readonly Value[]): Value;
  /** Nested lists of the given shape, such as `[rows, columns]`, with a whole number from −9 to 9, or what `draw` gives, in each place. */
  grid<List = number[][]>(shape: number[], draw?: () => number): List;
}

/** Random values that are the same for the same seed. They do not change what the reader's own code draws. */
export function randomFrom(seed: number): Random {
  const next = generator(seed);
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const gridOf = ([size, ...rest]: number[], draw: () => number): Deep =>
    size === undefined ? draw() : Array.from({ length: size }, () => gridOf(rest, draw));
  return {
    whole,
    real: (low, high) => Number((low + next() * (high - low)).toFixed(2)),
    pick<Value>(values: readonly Value[]) {
      return values[Math.floor(next() * values.length)] as Value;
    },
    grid<List>(shape: number[], draw = () => whole(-9, 9)) {
      return gridOf(shape, draw) as List;
    },
  };
}
