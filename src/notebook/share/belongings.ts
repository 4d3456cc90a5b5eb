import { readProgress, type Progress } from '../../site';
import { openControlStore, type ControlRecord } from '../controls/control-store';
import { keyOf, type EditRecord } from '../edits/edit-record';
import { openEditStore } from '../edits/edit-store';
import { asidesOf, chaptersAside } from '../edits/unsaved';
import { historyStore } from '../history/history-store';
import { withTexts, type HistoryRecord, type PastText } from '../history/past-text';
import type { EditKeeper } from '../edits/keep-edits';
import { shownCells } from '../session/scratch';
import type { Session } from '../session/session';
import { draftOf } from './draft';

/** What gathering needs of a chapter's notebook. */
export interface BelongingsOptions {
  /** The chapter's folder in content/. */
  name: string;
  session(): Session;
  edits: Pick<EditKeeper, 'flush'>;
}

/** What a reader has made and done, over all chapters. */
export interface Belongings {
  edits: EditRecord[];
  controls: ControlRecord[];
  progress: Progress;
  /** What cells held before, with the versions of other tabs between which the reader has not decided. */
  history: HistoryRecord[];
}

/** Everything on this device. Where a store cannot be read, at least what the page holds of its own chapter. */
export async function gatherBelongings(notebook: BelongingsOptions): Promise<Belongings> {
  await notebook.edits.flush();
  const [storedEdits, storedControls, history] = await Promise.all([
    inTime(
      openEditStore()
        .readAll()
        .then(({ records }) => records),
    ),
    inTime(openControlStore().then((store) => store.readAll())),
    inTime(historyStore.readAll()),
  ]);
  const edits = withAsides(storedEdits);
  for (const record of ownEdits(notebook))
    if (edits.get(keyOf(record))?.source !== record.source) edits.set(keyOf(record), record);
  const controls = new Map(storedControls.map((record) => [keyOf(record), record]));
  for (const record of ownControls(notebook)) controls.set(keyOf(record), record);
  const set = [...controls.values()].filter((record) => Object.keys(record.controls).length > 0);
  return {
    edits: [...edits.values()],
    controls: set,
    progress: readProgress(),
    history: withRivals(history, storedEdits),
  };
}

function withRivals(history: readonly HistoryRecord[], edits: readonly EditRecord[]): HistoryRecord[] {
  const texts = new Map(history.map((record) => [keyOf(record), record]));
  for (const { chapter, cell, rivals = [], updatedAt: at, place } of edits) {
    if (rivals.length === 0) continue;
    const more = rivals.map((source): PastText => ({ cell, source, at, why: 'elsewhere', ...(place && { place }) }));
    const known = texts.get(keyOf({ chapter, cell }))?.texts ?? [];
    texts.set(keyOf({ chapter, cell }), { chapter, cell, texts: withTexts(known, more) });
  }
  return [...texts.values()];
}

/** Longest wait for a store that does not answer, in milliseconds. */
const patience = 3000;

/** What the store has; nothing where it refuses or does not answer. */
function inTime<Entry>(read: Promise<Entry[]>): Promise<Entry[]> {
  const late = new Promise<Entry[]>((resolve) => setTimeout(() => resolve([]), patience));
  return Promise.race([read.catch(() => []), late]);
}

/** The stored edits with what tabs have put aside: it is newer. */
function withAsides(stored: readonly EditRecord[]): Map<string, EditRecord> {
  const edits = new Map(stored.map((record) => [keyOf(record), record]));
  for (const chapter of chaptersAside()) {
    const texts = asidesOf(chapter).flatMap((aside) => aside.texts);
    for (const { cell, source, place, at } of texts.sort((a, b) => a.at - b.at)) {
      const key = keyOf({ chapter, cell });
      if (source === undefined) continue;
      const original = edits.get(key)?.original ?? '';
      edits.set(key, { chapter, cell, source, original, updatedAt: at, ...(place && { place }) });
    }
  }
  return edits;
}

function ownEdits({ name: chapter, session }: BelongingsOptions): EditRecord[] {
  const updatedAt = Date.now();
  const edits = draftOf(session()).edits.map((edit): EditRecord => ({ chapter, ...edit, updatedAt }));
  const added = shownCells(session()).flatMap(({ name, source, place }): EditRecord[] =>
    place ? [{ chapter, cell: name, source, place, original: '', updatedAt }] : [],
  );
  return [...edits, ...added];
}

function ownControls({ name: chapter, session }: BelongingsOptions): ControlRecord[] {
  return shownCells(session()).map(({ name: cell, controls }) => ({ chapter, cell, controls }));
}
