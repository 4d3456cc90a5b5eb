import type { Belongings } from './belongings';
import type { ControlRecord } from '../controls/control-store';
import { keyOf, type EditRecord } from '../edits/edit-record';
import type { HistoryRecord } from '../history/past-text';
import { freeName } from '../session/scratch-name';

export type Records = Pick<Belongings, 'edits' | 'controls'>;

/** What taking over a file would do to the edits that the reader has. */
export interface ImportPlan {
  /** Taken over without a question. */
  fresh: Records;
  /** The reader has another text, or other values of controls, for the same cell. */
  clashing: Records;
  /** What cells held before, under the names that they get here. */
  history: HistoryRecord[];
}

/**
 * Sorts the records of a file. What the reader has already is left out. Added cells never clash: one whose name is taken by another text
 * gets a free name, and so do its controls.
 */
export function planImport(own: Records, coming: Omit<Belongings, 'progress'>): ImportPlan {
  const plan: ImportPlan = { fresh: { edits: [], controls: [] }, clashing: { edits: [], controls: [] }, history: [] };
  const names = planEdits(own.edits, coming.edits, plan);
  const controls = new Map(own.controls.map((one) => [keyOf(one), one]));
  const nameOf = (record: { chapter: string; cell: string }): string => names.get(keyOf(record)) ?? record.cell;
  for (const record of coming.controls) {
    const named = { ...record, cell: nameOf(record) };
    const mine = controls.get(keyOf(named));
    if (!mine) plan.fresh.controls.push(named);
    else if (!sameControls(mine, named)) plan.clashing.controls.push(named);
  }
  plan.history = coming.history.map((record) => {
    const cell = nameOf(record);
    return { ...record, cell, texts: record.texts.map((text) => ({ ...text, cell })) };
  });
  return plan;
}

/** Sorts the edits into the plan. Returns the names that added cells get here, by their keys in the file. */
function planEdits(own: readonly EditRecord[], coming: readonly EditRecord[], plan: ImportPlan): Map<string, string> {
  const names = new Map<string, string>();
  const mine = new Map(own.map((record) => [keyOf(record), record]));
  const added = new Map(own.map((record) => [placeAndText(record), record.cell]));
  const taken = new Map<string, Set<string>>();
  for (const { chapter, cell } of [...own, ...coming]) taken.set(chapter, (taken.get(chapter) ?? new Set()).add(cell));

  for (const record of coming) {
    const { chapter, cell, source, place } = record;
    const known = mine.get(keyOf(record));
    if (place) {
      const same = added.get(placeAndText(record));
      const name = same ?? (known ? freeName(taken.get(chapter) ?? []) : cell);
      names.set(keyOf(record), name);
      taken.get(chapter)?.add(name);
      if (same === undefined) plan.fresh.edits.push({ ...record, cell: name });
    } else if (!known) plan.fresh.edits.push(record);
    else if (known.source !== source) plan.clashing.edits.push(record);
  }
  return names;
}

/** What two added cells have in common if one of them is enough. */
const placeAndText = ({ chapter, place, source }: EditRecord): string =>
  JSON.stringify([chapter, place?.after, source]);

/** True where the reader has every value that comes; `mine` may hold more, such as an uploaded file. */
function sameControls({ controls: mine }: ControlRecord, { controls }: ControlRecord): boolean {
  return Object.entries(controls).every(([label, value]) => JSON.stringify(mine[label]) === JSON.stringify(value));
}
