import { count, list, literal, maybe, shape, text, where, type Schema } from '../schema';

/** The result of an exercise's check. */
export interface VerdictOutput {
  kind: 'verdict';
  /** Test cases. */
  passed: number;
  total: number;
  /** The first case that failed, as text; `says` is the likely mistake in words. */
  failure?: { given: string; want?: string; got: string; says?: string };
  /** Shown one at a time, as the reader asks. */
  hints: string[];
}

export const verdictSchema: Schema<VerdictOutput> = where(
  shape<VerdictOutput>({
    kind: literal('verdict'),
    passed: count,
    total: count,
    failure: maybe(
      shape<NonNullable<VerdictOutput['failure']>>({ given: text, want: maybe(text), got: text, says: maybe(text) }),
    ),
    hints: list(text),
  }),
  ({ passed, total }) => passed <= total,
);
