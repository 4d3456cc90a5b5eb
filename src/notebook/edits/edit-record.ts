import { isScratchName, readPlace, type Place } from '../session/scratch-name';
import { withoutComments } from '../../kept';

/** A reader's edit of one cell, as the browser stores it. */
export interface EditRecord {
  chapter: string;
  cell: string;
  source: string;
  /** Hash of the lesson's text that was edited; '' where it is not known. */
  original: string;
  /** `Date.now()` of the write. */
  updatedAt: number;
  /** Other versions of the text, from other tabs, the newest last, as long as the reader has not decided between them. */
  rivals?: readonly string[];
  /** Where the cell is, for one that the reader added. */
  place?: Place;
}

/** The chapter and cell of a record as one key. */
export const keyOf = ({ chapter, cell }: { chapter: string; cell: string }): string => `${chapter}/${cell}`;

/** The most rivals of one text: more than this, nobody reads before deciding. What does not fit goes into the cell's history. */
export const maxRivals = 8;

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
  const { chapter, cell, source, original, updatedAt, place } = value as Record<string, unknown>;
  if (typeof chapter !== 'string' || typeof cell !== 'string' || typeof source !== 'string') return undefined;
  return {
    chapter,
    cell,
    source,
    original: typeof original === 'string' ? original : '',
    updatedAt: typeof updatedAt === 'number' && Number.isFinite(updatedAt) ? updatedAt : 0,
    ...rivalsIn(value as Record<string, unknown>),
    ...(place !== undefined && isScratchName(cell) ? { place: readPlace(place) } : {}),
  };
}

/** The rivals in a record; before there could be several, there was one. */
function rivalsIn({ rival, rivals }: Record<string, unknown>): Pick<EditRecord, 'rivals'> {
  const found = (Array.isArray(rivals) ? rivals : [rival]).filter((one) => typeof one === 'string');
  return found.length > 0 ? { rivals: found.slice(-maxRivals) } : {};
}

/**
 * A short name for a lesson's code: FNV-1a over its UTF-16 units, twice with different starts, 16 hexadecimal digits. It tells whether
 * a lesson changed and is not meant to resist forgery. Comments do not count: both languages of the book have the same code and share
 * the reader's edits. Source: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hashLesson(text: string): string {
  const code = withoutComments(text);
  return [0x811c9dc5, 0x01000193].map((start) => fnv(code, start).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
