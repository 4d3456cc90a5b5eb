import type { Picture } from '../picture';

/** Pictures, each with a model's guesses. */
export interface GuessesOutput {
  kind: 'guesses';
  title?: string;
  items: { image: Picture; note?: string; guesses: Guess[] }[];
  /** How many pictures were left out. */
  omitted: number;
}

export interface Guess {
  name: string;
  /** From 0 to 1. */
  share: number;
  /** The true class, if known. */
  right?: boolean;
}
