import type { Picture } from '../picture';

/** Pictures, each with what a model takes it for. */
export interface GuessesOutput {
  kind: 'guesses';
  title?: string;
  items: { image: Picture; note?: string; guesses: Guess[] }[];
  /** Pictures that were left out. */
  omitted: number;
}

export interface Guess {
  name: string;
  /** From 0 to 1. */
  share: number;
  /** What the picture truly is, where that is known. */
  right?: boolean;
}
