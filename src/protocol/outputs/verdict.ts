import { count, list, literal, maybe, pair, shape, text, where, type Schema } from '../schema';

/** The result of an exercise's check. */
export interface VerdictOutput {
  kind: 'verdict';
  /** Test cases. */
  passed: number;
  total: number;
  /** How many of them were drawn anew for this run. */
  fresh?: number;
  /** The first case that failed, as text; `says` is the likely mistake in words. */
  failure?: {
    given: string;
    want?: string;
    got: string;
    says?: string;
    /** From which to which character `want` and `got` first differ. */
    wantMark?: [from: number, to: number];
    gotMark?: [from: number, to: number];
  };
  /** What a reader who has passed now knows, in words. */
  learnt?: string;
  /** Shown one at a time, as the reader asks. */
  hints: string[];
}

export const verdictSchema: Schema<VerdictOutput> = where(
  shape<VerdictOutput>({
    kind: literal('verdict'),
    passed: count,
    total: count,
    fresh: maybe(count),
    failure: maybe(
      shape<NonNullable<VerdictOutput['failure']>>({
        given: text,
        want: maybe(text),
        got: text,
        says: maybe(text),
        wantMark: maybe(pair(count, count)),
        gotMark: maybe(pair(count, count)),
      }),
    ),
    learnt: maybe(text),
    hints: list(text),
  }),
  ({ passed, total, fresh = 0 }) => passed <= total && fresh <= total,
);
