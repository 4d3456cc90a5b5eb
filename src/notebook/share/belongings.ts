import { readProgress, type Progress } from '../../site';
import type { Chapter } from '../chapter';
import { openControlStore, type ControlRecord } from '../controls/control-store';
import { draftOf } from './draft';
import { keyOf, type EditRecord } from '../edits/edit-record';
import { openEditStore } from '../edits/edit-store';
import { shownCells } from '../session/scratch';

/** What a reader has made and done, over all chapters. */
export interface Belongings {
  edits: EditRecord[];
  controls: ControlRecord[];
  progress: Progress;
}

/** All that is on this device. What the stores refuse to give, the page gives: its own chapter's. */
export async function gatherBelongings(chapter: Chapter): Promise<Belongings> {
  await chapter.edits.flush();
  const [storedEdits, storedControls] = await Promise.all([
    openEditStore().then(async (store) => (await store.readAll()).records, none),
    openControlStore().then((store) => store.readAll(), none),
  ]);
  const edits = new Map(storedEdits.map((record) => [keyOf(record), record]));
  for (const record of ownEdits(chapter))
    if (edits.get(keyOf(record))?.source !== record.source) edits.set(keyOf(record), record);
  const controls = new Map(storedControls.map((record) => [keyOf(record), record]));
  for (const record of ownControls(chapter)) controls.set(keyOf(record), record);
  const set = [...controls.values()].filter((record) => Object.keys(record.controls).length > 0);
  return { edits: [...edits.values()], controls: set, progress: readProgress() };
}

const none = (): never[] => [];

function ownEdits({ name: chapter, session }: Chapter): EditRecord[] {
  const updatedAt = Date.now();
  const edits = draftOf(session()).edits.map((edit): EditRecord => ({ chapter, ...edit, updatedAt }));
  const added = shownCells(session()).flatMap(({ name, source, place }): EditRecord[] =>
    place ? [{ chapter, cell: name, source, place, original: '', updatedAt }] : [],
  );
  return [...edits, ...added];
}

function ownControls({ name: chapter, session }: Chapter): ControlRecord[] {
  return shownCells(session()).map(({ name: cell, controls }) => ({ chapter, cell, controls }));
}
