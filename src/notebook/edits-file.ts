import { readRecord, type EditRecord } from './edit-record';

/** What a file of edits holds, or why it is none. */
export type ReadFile =
  { ok: true; records: EditRecord[]; unreadable: number } | { ok: false; problem: 'damaged' | 'newer' | 'tooLarge' };

const format = 'receptive-edits';
const version = 1;
/** Most bytes that a file may have. */
export const largestFile = 20_000_000;
const mostRecords = 10_000;
const longestSource = 200_000;
const nameLike = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** All edits as the text of one file. */
export function writeEditsFile(records: readonly EditRecord[], savedAt: Date): string {
  const edits = records.map(({ rival: _, ...record }) => record);
  return `${JSON.stringify({ format, version, saved: savedAt.toISOString(), edits }, undefined, 2)}\n`;
}

/** Reads the text of a file that anybody may have made. Entries that are no edits are counted and left out; nothing is thrown. */
export function readEditsFile(text: string): ReadFile {
  if (text.length > largestFile) return { ok: false, problem: 'tooLarge' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'damaged' };
  }
  if (typeof value !== 'object' || value === null) return { ok: false, problem: 'damaged' };
  const { format: kind, version: made, edits } = value as Record<string, unknown>;
  if (kind !== format || typeof made !== 'number' || !Array.isArray(edits)) return { ok: false, problem: 'damaged' };
  if (made > version) return { ok: false, problem: 'newer' };
  if (edits.length > mostRecords) return { ok: false, problem: 'tooLarge' };

  const records = new Map<string, EditRecord>();
  for (const entry of edits) {
    const record = readRecord(entry);
    if (record && isSound(record)) records.set(`${record.chapter}/${record.cell}`, withoutRival(record));
  }
  return { ok: true, records: [...records.values()], unreadable: edits.length - records.size };
}

function isSound({ chapter, cell, source, original }: EditRecord): boolean {
  const named = [chapter, cell].every((name) => name.length <= 80 && nameLike.test(name));
  return named && source.length <= longestSource && original.length <= 64;
}

function withoutRival({ rival: _, ...record }: EditRecord): EditRecord {
  return record;
}
