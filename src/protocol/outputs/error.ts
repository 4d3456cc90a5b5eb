import type { Position } from '../program';

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
