import { indexAt } from './text';

/** Puts `text` in the place of [start, end). */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface Edited {
  code: string;
  /** Where an offset of the text before the edits lies after them. */
  moved: (offset: number) => number;
}

/** Applies edits; those at one offset keep the order in which they were given, and one that begins inside another is dropped. */
export function applyEdits(code: string, edits: readonly Edit[]): Edited {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const ends: number[] = [0];
  const shifts: number[] = [0];
  let result = '';
  let done = 0;
  for (const edit of sorted) {
    if (edit.start < done) continue;
    result += code.slice(done, edit.start) + edit.text;
    done = edit.end;
    ends.push(edit.end);
    shifts.push(result.length - edit.end);
  }
  return {
    code: result + code.slice(done),
    moved: (offset) => offset + (shifts[indexAt(ends, offset)] ?? 0),
  };
}
