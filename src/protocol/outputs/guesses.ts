import { pictureSchema, type Picture } from '../picture';
import { count, flag, list, literal, maybe, name, real, shape, title, type Schema } from '../schema';

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

export const guessesSchema: Schema<GuessesOutput> = shape<GuessesOutput>({
  kind: literal('guesses'),
  title: maybe(title),
  items: list(
    shape<GuessesOutput['items'][number]>({
      image: pictureSchema,
      note: maybe(title),
      guesses: list(shape<Guess>({ name, share: real, right: maybe(flag) })),
    }),
  ),
  omitted: count,
});
