import type { Controls } from '../../protocol';
import type { Chapter } from '../chapter';
import type { Draft } from './draft';
import { shownCells, type Scratch } from '../session/scratch';
import { freeName } from '../session/scratch-name';

/** Cells as they stand: the text of each of the lesson's, those that were added, and what all controls were set to. */
export interface Standing {
  lesson: Readonly<Record<string, string>>;
  added: readonly Scratch[];
  controls: Readonly<Record<string, Controls>>;
}

export function standingOf({ session }: Chapter): Standing {
  const cells = shownCells(session());
  const lesson = cells.filter(({ place }) => !place).map(({ name, source }) => [name, source] as const);
  return {
    lesson: Object.fromEntries(lesson),
    added: cells.flatMap(({ name, place, source }) => (place ? [{ name, place, source }] : [])),
    controls: Object.fromEntries(cells.map(({ name, controls }) => [name, controls])),
  };
}

/** Makes the chapter's cells stand so; saves nothing by itself. */
export function putStanding({ session, dispatch }: Chapter, { lesson, added, controls }: Standing): void {
  for (const { name, place } of shownCells(session()))
    if (place && added.every((one) => one.name !== name)) dispatch({ kind: 'remove', cell: name });
  for (const [cell, source] of Object.entries(lesson)) dispatch({ kind: 'edit', cell, source });
  for (const scratch of added) dispatch({ kind: 'insert', ...scratch });
  for (const { name, controls: now } of shownCells(session())) {
    const wanted = controls[name] ?? {};
    if (Object.keys(now).length + Object.keys(wanted).length > 0)
      dispatch({ kind: 'controls', cell: name, controls: wanted });
  }
}

/** How the cells stand with a draft in the place of the reader's own: the lesson, its edits, its cells. */
export function standingWith({ session, edits }: Chapter, draft: Draft): Standing {
  const { cells } = session();
  const edited = new Map(draft.edits.map(({ cell, source }) => [cell, source]));
  const lesson = cells
    .filter(({ place }) => !place)
    .map(({ name, original }) => [name, edited.get(name) ?? original] as const);
  const taken = [...cells.map(({ name }) => name), ...edits.reserved];
  const added = draft.added.map(({ place, source, controls }) => {
    const name = freeName(taken);
    taken.push(name);
    return { name, place, source, controls };
  });
  const controls = [...draft.controls.map((one) => ({ ...one, name: one.cell })), ...added];
  return {
    lesson: Object.fromEntries(lesson),
    added: added.map(({ name, place, source }) => ({ name, place, source })),
    controls: Object.fromEntries(controls.map((one) => [one.name, one.controls])),
  };
}
