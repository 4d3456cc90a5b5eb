import { indexAt } from './text';

/** Replaces [start, end) with `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
  /** The text belongs to what follows: an engine that names its first column means that. */
  leads?: boolean;
}

export interface Edited {
  code: string;
  /** Maps an offset in the text before the edits to its offset after them. */
  moved: (offset: number) => number;
}

/** Applies edits. Edits at the same offset keep their given order; an edit that begins inside another is dropped. */
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
    ends.push(edit.leads ? edit.end + 1 : edit.end);
    shifts.push(result.length - edit.end);
  }
  return {
    code: result + code.slice(done),
    moved: (offset) => offset + (shifts[indexAt(ends, offset)] ?? 0),
  };
}
