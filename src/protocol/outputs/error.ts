import { positionSchema, type Position } from '../program';
import { list, literal, maybe, name, shape, text, type Schema } from '../schema';

export interface ErrorOutput {
  kind: 'error';
  name: string;
  message: string;
  /** A plain-language explanation with the likely fix, if we know one. */
  hint?: string;
  /** Where in this cell; absent for errors that have no place. */
  at?: Position;
  /** The stack, only the reader's own lines, innermost first. */
  frames: { cell: string; at: Position; in?: string }[];
}

export const errorSchema: Schema<ErrorOutput> = shape<ErrorOutput>({
  kind: literal('error'),
  name,
  message: text,
  hint: maybe(text),
  at: maybe(positionSchema),
  frames: list(shape<ErrorOutput['frames'][number]>({ cell: name, at: positionSchema, in: maybe(name) })),
});
