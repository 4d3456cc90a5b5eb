import type { Belongings } from './belongings';
import type { ControlRecord } from '../controls/control-store';
import { keyOf, type EditRecord } from '../edits/edit-record';
import { freeName } from '../session/scratch-name';

export type Records = Pick<Belongings, 'edits' | 'controls'>;

/** What taking over a file would do to the edits that the reader has. */
export interface ImportPlan {
  /** Taken over without a question. */
  fresh: Records;
  /** The reader has another text, or other values of controls, for the same cell. */
  clashing: Records;
}

/**
 * Sorts the records of a file. What the reader has already is left out. Added cells never clash: one whose name is taken by another text
 * gets a free name, and so do its controls.
 */
export function planImport(own: Records, coming: Records): ImportPlan {
  const plan: ImportPlan = { fresh: { edits: [], controls: [] }, clashing: { edits: [], controls: [] } };
  const names = planEdits(own.edits, coming.edits, plan);
  for (const record of coming.controls) {
    const named = { ...record, cell: names.get(keyOf(record)) ?? record.cell };
    const mine = own.controls.find((one) => keyOf(one) === keyOf(named));
    if (!mine) plan.fresh.controls.push(named);
    else if (!sameControls(mine, named)) plan.clashing.controls.push(named);
  }
  return plan;
}

/** Sorts the edits into the plan. Returns the names that added cells get here, by their keys in the file. */
function planEdits(own: readonly EditRecord[], coming: readonly EditRecord[], plan: ImportPlan): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, Set<string>>();
  const namesIn = (chapter: string): Set<string> => {
    const known =
      taken.get(chapter) ??
      new Set([...own, ...coming].filter((one) => one.chapter === chapter).map(({ cell }) => cell));
    taken.set(chapter, known);
    return known;
  };

  for (const record of coming) {
    const { chapter, cell, source, place } = record;
    const beside = own.filter((one) => one.chapter === chapter);
    const mine = beside.find((one) => one.cell === cell);
    if (place) {
      const same = beside.find((one) => one.place?.after === place.after && one.source === source);
      const name = same?.cell ?? (mine ? freeName(namesIn(chapter)) : cell);
      names.set(keyOf(record), name);
      namesIn(chapter).add(name);
      if (!same) plan.fresh.edits.push({ ...record, cell: name });
    } else if (!mine) plan.fresh.edits.push(record);
    else if (mine.source !== source) plan.clashing.edits.push(record);
  }
  return names;
}

/** True where the reader has every value that comes; `mine` may hold more, such as an uploaded file. */
function sameControls({ controls: mine }: ControlRecord, { controls }: ControlRecord): boolean {
  return Object.entries(controls).every(([label, value]) => JSON.stringify(mine[label]) === JSON.stringify(value));
}
