import type { FailedCall } from './failed-call';

/** One mistake of a learner: what TensorFlow.js says about it, and what we say. */
export interface Mistake {
  says: RegExp;
  /**
   * Nothing where a closer look shows another mistake.
   * @param line the reader's own line, without its types; empty where it is not known
   */
  hint(match: RegExpExecArray, call: FailedCall | undefined, line: string): string | undefined;
}
