import type { ArrayForm } from './array-forms';

/**
 * A file of kept outputs, before gzip: the length of the head in 4 bytes (little-endian), the head as JSON, the bytes of the arrays.
 * Numbers do not depend on the language, so that both languages share the arrays. In an output, `{"$": n}` stands for the nth array, and
 * `{"$n": "NaN"}` for a number that JSON does not know.
 */
export interface PackHead {
  /** Offset in bytes after the head; length in values. */
  arrays: [form: ArrayForm, offset: number, length: number][];
  outputs: Record<string, unknown>;
}
