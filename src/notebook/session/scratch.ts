import type { Place } from './scratch-name';
import { changeCell, newCell, withSource, type Cell, type Session } from './session-state';

/** A cell that the reader added. */
export interface Scratch {
  name: string;
  place: Place;
  source: string;
}

/** The cells that a reader sees. Removed ones stay in the session, empty, because the kernel may still have their names. */
export function shownCells({ cells }: Session): readonly Cell[] {
  return cells.filter(({ removed }) => !removed);
}

/** The place right below or above a cell. */
export function placeBeside(session: Session, cell: string, side: 'below' | 'above'): Place {
  const cells = shownCells(session);
  const index = cells.findIndex(({ name }) => name === cell);
  const at = side === 'below' ? index : index - 1;
  const before = cells[at];
  const after = cells[at + 1];
  const anchor = before?.place?.after ?? before?.name ?? '';
  const next = after?.place?.after === anchor ? after.place.rank : undefined;
  const own = before?.place?.rank;
  if (own === undefined) return { after: anchor, rank: next === undefined ? 0 : next - 1 };
  return { after: anchor, rank: next === undefined ? own + 1 : (own + next) / 2 };
}

/** The session with one more cell, or with a removed cell back; its graph is that of before. */
export function insertCell(session: Session, { name, place, source }: Scratch): Session {
  const known = session.cells.some((cell) => cell.name === name);
  const cells = known ? session.cells : [...session.cells, newCell({ name, source: '' })];
  const placed = changeCell({ ...session, cells }, name, (cell) => {
    const { removed: _, ...rest } = withSource(cell, source);
    return { ...rest, place };
  });
  return arranged(placed);
}

/** The session without a cell that the reader added; its graph is that of before. */
export function removeCell(session: Session, name: string): Session {
  const emptied = changeCell(session, name, (cell) => ({ ...withSource(cell, ''), removed: true }));
  return { ...emptied, targets: session.targets.filter((target) => target !== name) };
}

/** The session with added cells in their places; one whose lesson cell is gone goes to the end. */
function arranged(session: Session): Session {
  const lesson = session.cells.filter(({ place }) => !place);
  const group = ({ after }: Place): number => {
    const index = lesson.findIndex(({ name }) => name === after);
    return after === '' || index >= 0 ? index : lesson.length;
  };
  const added = session.cells
    .flatMap((cell) => (cell.place ? [{ cell, group: group(cell.place), rank: cell.place.rank }] : []))
    .sort((a, b) => a.group - b.group || a.rank - b.rank);
  const groupOf = (index: number): Cell[] => added.filter((one) => one.group === index).map(({ cell }) => cell);
  return {
    ...session,
    cells: [...groupOf(-1), ...lesson.flatMap((cell, index) => [cell, ...groupOf(index)]), ...groupOf(lesson.length)],
  };
}
