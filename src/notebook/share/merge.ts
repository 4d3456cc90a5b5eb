import type { Controls } from '../../protocol';
import type { ControlKeeper } from '../controls/keep-controls';
import type { EditKeeper } from '../edits/keep-edits';
import { shownCells, type Scratch } from '../session/scratch';
import { inParts } from '../session/text-parts';
import type { Session, SessionEvent } from '../session/session';
import type { Draft } from './draft';
import type { Standing } from './guest';

/** What taking over code needs of a chapter's notebook. */
export interface MergeOptions {
  session(): Session;
  dispatch(event: SessionEvent): void;
  edits: Pick<EditKeeper, 'changed' | 'settle'>;
  controls: Pick<ControlKeeper, 'keep'>;
}

/** Cells of the lesson for which the reader has another text, or other values of controls, than the draft. */
export function clashesWith(own: Standing, draft: Draft, { cells }: Session): string[] {
  const texts = draft.edits.filter(({ cell, source }) => {
    const lesson = cells.find(({ name, place }) => name === cell && !place);
    const mine = own.lesson[cell];
    return mine !== undefined && mine !== lesson?.original && mine !== source;
  });
  const settings = draft.controls.filter(({ cell, controls }) => {
    const mine = own.controls[cell] ?? {};
    return Object.keys(mine).length > 0 && JSON.stringify(mine) !== JSON.stringify(controls);
  });
  return [...new Set([...texts, ...settings].map(({ cell }) => cell))];
}

/**
 * Makes texts, cells and values of controls the reader's own: they are shown and saved, part after part. An added cell is left out where the reader has
 * one with the same text at the same place.
 */
export async function takeOver(
  notebook: MergeOptions,
  edits: readonly { cell: string; source: string }[],
  added: readonly Scratch[],
  controls: readonly { cell: string; controls: Controls }[] = [],
): Promise<void> {
  const { session, dispatch } = notebook;
  const texts = edits.map(({ cell, source }) => ({ kind: 'edit' as const, cell, source }));
  for await (const part of inParts(texts))
    for (const { cell, source } of part) {
      const known = shownCells(session()).find(({ name }) => name === cell);
      if (known && known.source !== source) notebook.edits.settle(cell, { source });
    }
  const own = shownCells(session()).flatMap(({ place, source }) => (place ? [{ place, source }] : []));
  const events = added.flatMap(({ name, source, place }) => {
    const beside = own.filter((one) => one.place.after === place.after);
    if (beside.some((one) => one.source === source)) return [];
    const rank = Math.max(-1, ...beside.map((one) => one.place.rank)) + 1 + place.rank;
    return [{ kind: 'insert' as const, name, source, place: { ...place, rank } }];
  });
  for await (const part of inParts(events)) {
    dispatch({ kind: 'texts', events: part });
    for (const { name } of part) notebook.edits.changed(name);
  }
  for (const { cell, controls: values } of controls) {
    const known = shownCells(session()).some(({ name }) => name === cell);
    if (!known || Object.keys(values).length === 0) continue;
    dispatch({ kind: 'controls', cell, controls: values });
    notebook.controls.keep(cell);
  }
}
