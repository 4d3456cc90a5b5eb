import { readProgress, type Progress } from '../../site';
import { openControlStore, type ControlRecord } from '../controls/control-store';
import { keyOf, type EditRecord } from '../edits/edit-record';
import { openEditStore } from '../edits/edit-store';
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
}

/** Everything on this device. Where a store cannot be read, at least what the page holds of its own chapter. */
export async function gatherBelongings(notebook: BelongingsOptions): Promise<Belongings> {
  await notebook.edits.flush();
  const [storedEdits, storedControls] = await Promise.all([
    openEditStore().then(async (store) => (await store.readAll()).records, none),
    openControlStore().then((store) => store.readAll(), none),
  ]);
  const edits = new Map(storedEdits.map((record) => [keyOf(record), record]));
  for (const record of ownEdits(notebook))
    if (edits.get(keyOf(record))?.source !== record.source) edits.set(keyOf(record), record);
  const controls = new Map(storedControls.map((record) => [keyOf(record), record]));
  for (const record of ownControls(notebook)) controls.set(keyOf(record), record);
  const set = [...controls.values()].filter((record) => Object.keys(record.controls).length > 0);
  return { edits: [...edits.values()], controls: set, progress: readProgress() };
}

const none = (): never[] => [];

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
