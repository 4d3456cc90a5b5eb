import { hashLesson, type EditRecord } from './edit-record';
import { merge, type Edit } from './merge-texts';
import type { Place } from '../session/scratch-name';
import { asidesOf, claimAside, putAside, type Unsaved } from './unsaved';

/** A text that a closed page had put aside, and the entry in which it is until it is written. */
export interface Orphan extends Unsaved {
  key: string;
}

/** What closed pages have put aside, in the order in which it was typed. */
export async function takeUp(chapter: string): Promise<Orphan[]> {
  const orphans: Orphan[] = [];
  for (const { key, texts } of asidesOf(chapter)) {
    if (!(await claimAside(key))) continue;
    if (texts.length === 0) putAside(key, []);
    orphans.push(...texts.map((text) => ({ ...text, key })));
  }
  return orphans.sort((a, b) => a.at - b.at);
}

/** The stored edits of a chapter as they will be once the orphans are written; so they can be shown even where nothing can be written. */
export function withOrphans(
  records: readonly EditRecord[],
  orphans: readonly Orphan[],
  toEdit: (text: Unsaved) => Edit | undefined,
): Map<string, EditRecord> {
  const shown = new Map(records.map((record) => [record.cell, record]));
  for (const orphan of orphans) {
    const edit = toEdit(orphan);
    const stored = shown.get(orphan.cell);
    if (edit) shown.set(orphan.cell, merge(edit, stored, { base: orphan.base }));
    else if (stored?.source === orphan.base) shown.delete(orphan.cell);
  }
  return shown;
}

/** An edit as it is stored; undefined for a text that needs none. The hash of the lesson's text tells later whether the lesson has changed. */
export function editOf(
  chapter: string,
  { cell, source, place }: { cell: string; source?: string | undefined; place?: Place | undefined },
  lesson: string | undefined,
): Edit | undefined {
  if (source === undefined || source === lesson) return undefined;
  const original = lesson === undefined ? '' : hashLesson(lesson);
  return { chapter, cell, source, original, ...(place && { place }) };
}
