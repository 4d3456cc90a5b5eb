import type { Picture } from '../picture';

/** Which class is taken for which: rows are the truth, columns the guesses. */
export interface ConfusionOutput {
  kind: 'confusion';
  title?: string;
  classes: string[];
  /** Row-major, classes × classes. */
  counts: number[];
  /** Some pictures of each cell, those the model is most certain about first. */
  examples: Example[];
}

export interface Example {
  row: number;
  column: number;
  /** Its index in the set. */
  at: number;
  /** The probability of the guess. */
  share: number;
  image: Picture;
}
