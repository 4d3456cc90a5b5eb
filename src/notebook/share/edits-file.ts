import { parseProgress } from '../../site';
import type { Belongings } from './belongings';
import { readControlRecord, writeControlRecord } from '../controls/control-json';
import { readTexts, type HistoryRecord } from '../history/past-text';
import { keyOf, readRecord, type EditRecord } from '../edits/edit-record';

/** What a file of edits holds, or why it cannot be read. */
export type ReadFile =
  ({ ok: true; unreadable: number } & Belongings) | { ok: false; problem: 'damaged' | 'newer' | 'tooLarge' };

const format = 'receptive-edits';
const version = 1;
/** The largest file that is read, in bytes. */
export const largestFile = 20_000_000;
const maxRecords = 10_000;
const longestSource = 200_000;
/** The most cells that a file adds to one chapter: they are all drawn when it opens. */
const maxAdded = 300;
const nameLike = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Everything that the reader made and did, as the text of one file; without what cells held before if it would be too large to be read. */
export function writeEditsFile({ edits, controls, progress, history }: Belongings, savedAt: Date): string {
  const content = {
    format,
    version,
    saved: savedAt.toISOString(),
    edits: edits.map(withoutRivals),
    controls: controls.map(writeControlRecord),
    progress,
    history,
  };
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  return new Blob([text]).size <= largestFile ? text : `${JSON.stringify({ ...content, history: [] }, undefined, 2)}\n`;
}

/** Reads the text of a file of unknown origin. Unreadable entries are counted and left out; nothing is thrown. */
export function readEditsFile(text: string): ReadFile {
  if (text.length > largestFile) return { ok: false, problem: 'tooLarge' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'damaged' };
  }
  if (typeof value !== 'object' || value === null) return { ok: false, problem: 'damaged' };
  const {
    format: kind,
    version: made,
    edits,
    controls = [],
    progress = {},
    history = [],
  } = value as Record<string, unknown>;
  const lists = Array.isArray(edits) && Array.isArray(controls) && Array.isArray(history);
  if (kind !== format || typeof made !== 'number' || !lists) return { ok: false, problem: 'damaged' };
  if (made > version) return { ok: false, problem: 'newer' };
  const entries = edits.length + controls.length + history.length;
  if (entries > maxRecords) return { ok: false, problem: 'tooLarge' };

  const soundEdits = withFewAdded(distinct(edits.map(readRecord), isSoundEdit).map(withoutRivals));
  const soundControls = distinct(controls.map(readControlRecord), isNamed);
  const soundHistory = distinct(history.map(readHistory), isNamed);
  return {
    ok: true,
    edits: soundEdits,
    controls: soundControls,
    progress: parseProgress(JSON.stringify(progress)),
    history: soundHistory,
    unreadable: entries - soundEdits.length - soundControls.length - soundHistory.length,
  };
}

/** The valid ones; of two for the same cell, the last. */
function distinct<Entry extends Named>(
  entries: readonly (Entry | undefined)[],
  isSound: (entry: Entry) => boolean,
): Entry[] {
  const known = new Map<string, Entry>();
  for (const entry of entries) if (entry && isSound(entry)) known.set(keyOf(entry), entry);
  return [...known.values()];
}

function withFewAdded(edits: readonly EditRecord[]): EditRecord[] {
  const added = new Map<string, number>();
  return edits.filter(({ chapter, place }) => {
    if (!place) return true;
    const count = (added.get(chapter) ?? 0) + 1;
    added.set(chapter, count);
    return count <= maxAdded;
  });
}

interface Named {
  chapter: string;
  cell: string;
}

const isNamed = ({ chapter, cell }: Named): boolean =>
  [chapter, cell].every((name) => name.length <= 80 && nameLike.test(name));

const isSoundEdit = (record: EditRecord): boolean =>
  isNamed(record) && record.source.length <= longestSource && record.original.length <= 64;

function readHistory(value: unknown): HistoryRecord | undefined {
  const texts = readTexts(value).filter(({ source }) => source.length <= longestSource);
  const { chapter, cell } = (value ?? {}) as Record<string, unknown>;
  return typeof chapter === 'string' && typeof cell === 'string' ? { chapter, cell, texts } : undefined;
}

function withoutRivals({ rivals: _, ...record }: EditRecord): EditRecord {
  return record;
}
