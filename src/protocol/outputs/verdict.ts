/** How the check of an exercise went. */
export interface VerdictOutput {
  kind: 'verdict';
  /** Cases. */
  passed: number;
  total: number;
  /** The first case that failed, as text; `says` is the likely mistake in words. */
  failure?: { given: string; want?: string; got: string; says?: string };
  /** Told one by one. */
  hints: string[];
}
