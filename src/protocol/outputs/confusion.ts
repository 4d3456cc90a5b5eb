import { pictureSchema, type Picture } from '../picture';
import { count, list, literal, maybe, name, real, shape, title, where, type Schema } from '../schema';

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

export const confusionSchema: Schema<ConfusionOutput> = where(
  shape<ConfusionOutput>({
    kind: literal('confusion'),
    title: maybe(title),
    classes: list(name),
    counts: list(real),
    examples: list(shape<Example>({ row: count, column: count, at: count, share: real, image: pictureSchema })),
  }),
  ({ classes: { length }, counts, examples }) =>
    counts.length === length * length && examples.every(({ row, column }) => row < length && column < length),
);
