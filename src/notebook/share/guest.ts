import type { Controls } from '../../protocol';
import type { EditKeeper } from '../edits/keep-edits';
import { shownCells, type Scratch } from '../session/scratch';
import { freeName } from '../session/scratch-name';
import type { Session, SessionEvent } from '../session/session';
import type { Draft } from './draft';

/** What showing other code needs of a chapter's notebook. */
export interface GuestOptions {
  session(): Session;
  dispatch(event: SessionEvent): void;
  edits: Pick<EditKeeper, 'reserved'>;
}

/** What the cells of a chapter hold: the lesson's texts, the cells that were added, and the values of all controls. */
export interface Standing {
  lesson: Readonly<Record<string, string>>;
  added: readonly Scratch[];
  controls: Readonly<Record<string, Controls>>;
}

/** What the cells hold now. */
export function standingOf({ session }: Pick<GuestOptions, 'session'>): Standing {
  const cells = shownCells(session());
  const lesson = cells.filter(({ place }) => !place).map(({ name, source }) => [name, source] as const);
  return {
    lesson: Object.fromEntries(lesson),
    added: cells.flatMap(({ name, place, source }) => (place ? [{ name, place, source }] : [])),
    controls: Object.fromEntries(cells.map(({ name, controls }) => [name, controls])),
  };
}

/** What stays when the guests leave: the reader's own, with what they typed and set meanwhile in cells that are not the guests'. */
export function standingWithout(
  guests: ReadonlySet<string>,
  { session }: Pick<GuestOptions, 'session'>,
  own: Standing,
  before: Standing,
): Standing {
  const now = standingOf({ session });
  const isMine = (name: string): boolean => !guests.has(name);
  // Where the reader's own text was not shown, that one comes back; what they typed is kept beside it.
  const typed = Object.entries(now.lesson).filter(
    ([name, source]) => isMine(name) && source !== before.lesson[name] && own.lesson[name] === before.lesson[name],
  );
  const set = Object.entries(now.controls)
    .filter(([name, values]) => isMine(name) && JSON.stringify(values) !== JSON.stringify(before.controls[name] ?? {}))
    .map(([name, values]) => [name, { ...own.controls[name], ...values }] as const);
  return {
    lesson: { ...own.lesson, ...Object.fromEntries(typed) },
    added: [...own.added, ...now.added.filter(({ name }) => isMine(name))],
    controls: { ...own.controls, ...Object.fromEntries(set) },
  };
}

/** Puts texts, added cells and values of controls into the chapter; saves nothing by itself. */
export function putStanding(
  { session, dispatch }: Omit<GuestOptions, 'edits'>,
  { lesson, added, controls }: Standing,
): void {
  const stays = new Set(added.map(({ name }) => name));
  const gone = shownCells(session()).filter(({ name, place }) => place && !stays.has(name));
  dispatch({
    kind: 'texts',
    events: [
      ...gone.map(({ name }) => ({ kind: 'remove', cell: name }) as const),
      ...Object.entries(lesson).map(([cell, source]) => ({ kind: 'edit', cell, source }) as const),
      ...added.map((scratch) => ({ kind: 'insert', ...scratch }) as const),
    ],
  });
  for (const { name, controls: now } of shownCells(session())) {
    const wanted = controls[name] ?? {};
    if (Object.keys(now).length + Object.keys(wanted).length > 0)
      dispatch({ kind: 'controls', cell: name, controls: wanted });
  }
}

/** What the cells hold with a draft in place of the reader's own code: the lesson, the draft's edits and its cells. */
export function standingWith({ session, edits }: Omit<GuestOptions, 'dispatch'>, draft: Draft): Standing {
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
