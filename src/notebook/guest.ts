import type { Chapter } from './chapter';
import type { Draft } from './draft';
import { shownCells, type Scratch } from './scratch';
import { freeName } from './scratch-name';

/** Cells as they stand: the text of each of the lesson's, and those that were added. */
export interface Standing {
  lesson: Readonly<Record<string, string>>;
  added: readonly Scratch[];
}

export function standingOf({ session }: Chapter): Standing {
  const cells = shownCells(session());
  const lesson = cells.filter(({ place }) => !place).map(({ name, source }) => [name, source] as const);
  const added = cells.flatMap(({ name, place, source }) => (place ? [{ name, place, source }] : []));
  return { lesson: Object.fromEntries(lesson), added };
}

/** Makes the chapter's cells stand so; saves nothing by itself. */
export function putStanding({ session, dispatch }: Chapter, { lesson, added }: Standing): void {
  for (const { name, place } of shownCells(session()))
    if (place && added.every((one) => one.name !== name)) dispatch({ kind: 'remove', cell: name });
  for (const [cell, source] of Object.entries(lesson)) dispatch({ kind: 'edit', cell, source });
  for (const scratch of added) dispatch({ kind: 'insert', ...scratch });
}

/** How the cells stand with a draft in the place of the reader's own: the lesson, its edits, its cells. */
export function standingWith({ session, edits }: Chapter, draft: Draft): Standing {
  const { cells } = session();
  const edited = new Map(draft.edits.map(({ cell, source }) => [cell, source]));
  const lesson = cells
    .filter(({ place }) => !place)
    .map(({ name, original }) => [name, edited.get(name) ?? original] as const);
  const taken = [...cells.map(({ name }) => name), ...edits.reserved];
  const added = draft.added.map((one): Scratch => {
    const name = freeName(taken);
    taken.push(name);
    return { name, ...one };
  });
  return { lesson: Object.fromEntries(lesson), added };
}
