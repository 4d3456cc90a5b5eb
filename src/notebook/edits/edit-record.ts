import { isScratchName, type Place } from '../session/scratch-name';

/** A reader's edit of one cell, as the browser stores it. */
export interface EditRecord {
  chapter: string;
  cell: string;
  source: string;
  /** Hash of the lesson's text that was edited; '' where it is not known. */
  original: string;
  /** `Date.now()` of the write. */
  updatedAt: number;
  /** Another tab's version of the text, as long as the reader has not decided between the two. */
  rival?: string;
  /** Where the cell is, for one that the reader added. */
  place?: Place;
}

/** The chapter and cell of a record as one key. */
export const keyOf = ({ chapter, cell }: { chapter: string; cell: string }): string => `${chapter}/${cell}`;

/** What could be read of a store, and what could not. */
export interface Salvage {
  records: EditRecord[];
  /** Keys of entries that are not edits: damaged, or written by other code. */
  corrupt: IDBValidKey[];
}

/** Reads what can be read of a store's contents. A text without its hash is an edit of an unknown original and is kept. */
export function readRecords(entries: readonly (readonly [key: IDBValidKey, value: unknown])[]): Salvage {
  const salvage: Salvage = { records: [], corrupt: [] };
  for (const [key, value] of entries) {
    const record = readRecord(value);
    if (record) salvage.records.push(record);
    else salvage.corrupt.push(key);
  }
  return salvage;
}

/** The edit in `value`; undefined where it is none. */
export function readRecord(value: unknown): EditRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { chapter, cell, source, original, updatedAt, rival, place } = value as Record<string, unknown>;
  if (typeof chapter !== 'string' || typeof cell !== 'string' || typeof source !== 'string') return undefined;
  return {
    chapter,
    cell,
    source,
    original: typeof original === 'string' ? original : '',
    updatedAt: typeof updatedAt === 'number' && Number.isFinite(updatedAt) ? updatedAt : 0,
    ...(typeof rival === 'string' ? { rival } : {}),
    ...(place !== undefined && isScratchName(cell) ? { place: readPlace(place) } : {}),
  };
}

/** The place in `value`; a damaged one becomes the end of the chapter, so that the text is not lost. */
export function readPlace(value: unknown): Place {
  const { after, rank } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return {
    after: typeof after === 'string' ? after : '?',
    rank: typeof rank === 'number' && Number.isFinite(rank) ? rank : 0,
  };
}

/**
 * A short name for a lesson's code: FNV-1a over its UTF-16 units, twice with different starts, 16 hexadecimal digits. It tells whether
 * a lesson changed and is not meant to resist forgery. Comments do not count: both languages of the book have the same code and share
 * the reader's edits. Source: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hashLesson(text: string): string {
  const code = text
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/ .*$/, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
  return [0x811c9dc5, 0x01000193].map((start) => fnv(code, start).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
