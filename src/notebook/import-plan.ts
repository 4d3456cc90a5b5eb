import type { EditRecord } from './edit-record';
import { freeName } from './scratch-name';

/** What a file of edits means for the edits that the reader has. */
export interface ImportPlan {
  /** They come without a question. */
  fresh: EditRecord[];
  /** The reader has another text for the same cell of a lesson. */
  clashing: EditRecord[];
}

/**
 * Sorts what comes. What the reader has already is left out. Cells that a reader added are nobody's rivals: those of the same name but
 * another text come under a free name.
 */
export function planImport(own: readonly EditRecord[], coming: readonly EditRecord[]): ImportPlan {
  const plan: ImportPlan = { fresh: [], clashing: [] };
  const taken = new Map<string, Set<string>>();
  const namesIn = (chapter: string): Set<string> => {
    const names =
      taken.get(chapter) ??
      new Set([...own, ...coming].filter((one) => one.chapter === chapter).map(({ cell }) => cell));
    taken.set(chapter, names);
    return names;
  };

  for (const record of coming) {
    const { chapter, cell, source, place } = record;
    const beside = own.filter((one) => one.chapter === chapter);
    const mine = beside.find((one) => one.cell === cell);
    if (place) {
      if (beside.some((one) => one.place?.after === place.after && one.source === source)) continue;
      const name = mine ? freeName(namesIn(chapter)) : cell;
      namesIn(chapter).add(name);
      plan.fresh.push({ ...record, cell: name });
    } else if (!mine) plan.fresh.push(record);
    else if (mine.source !== source) plan.clashing.push(record);
  }
  return plan;
}
