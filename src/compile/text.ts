import type { Position } from '../protocol';

/**
 * The same text, column for column, as the parsers and the editor both count it: lines end in `\n`, a byte order mark is a space,
 * and a `#!` line is a comment.
 */
export function normalise(source: string): string {
  return source
    .replace(/^\uFEFF/, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/^#!/, '//');
}

/** `text` as white space of the same length with the same lines. */
export function blank(text: string): string {
  return text.replace(/[^\n\u2028\u2029]/g, ' ');
}

/** Offsets at which the lines of `text` begin. `newline` must be global. */
export function lineStarts(text: string, newline = /\n/g): number[] {
  return [0, ...Array.from(text.matchAll(newline), (found) => found.index + found[0].length)];
}

/** Index of the last of ascending `starts` that is not after `offset`; 0 if all are. */
export function indexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Line and column, both from 1, of an offset. */
export function positionAt(starts: readonly number[], offset: number): Position {
  const line = indexAt(starts, offset);
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}
