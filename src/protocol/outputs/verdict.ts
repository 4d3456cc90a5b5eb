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
