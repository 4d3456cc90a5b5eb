import { changedCells, standsAsKept } from './book-outputs';
import { cellOf, type Cell, type CellStatus, type Session } from './session-state';
import { plan } from './plan';

/** Names of the cells whose values in the kernel are those that running the chapter from scratch would give. */
export function freshCells(session: Session): ReadonlySet<string> {
  const known = new Map<string, boolean>();
  const visit = (name: string): boolean => {
    const answer = known.get(name);
    if (answer !== undefined) return answer;
    // A cell in a cycle is visited again before it has an answer; it is not fresh.
    known.set(name, false);
    const cell = cellOf(session, name);
    const fresh = cell.last?.outcome === 'done' && !isRunning(session, name) && unchanged(session, cell, visit);
    known.set(name, fresh);
    return fresh;
  };
  return new Set(session.cells.map(({ name }) => name).filter(visit));
}

/** True while the last run of the cell saw the text and the values that it would see now. */
function unchanged(
  session: Session,
  { name, source, controls, last, clash }: Cell,
  fresh: (name: string) => boolean,
): boolean {
  if (!last || last.source !== source || last.controls !== controls || last.epoch !== session.epoch) return false;
  if (last.clash !== clash) return false;
  const needs = session.graph.readsOf(name).map(({ cell }) => cell);
  return (
    needs.length === Object.keys(last.needs).length &&
    needs.every(
      (need) => last.needs[need] === (cellOf(session, need).last?.run ?? 0) && (fresh(need) || last.outcome !== 'done'),
    )
  );
}

/** The session with the status of every cell worked out, and whether what the book kept still holds; a cell where both stay keeps its identity. */
export function withStatuses(session: Session): Session {
  const fresh = freshCells(session);
  const queued = new Set(plan(session, fresh));
  const others = changedCells(session);
  const cells = session.cells.map((cell): Cell => {
    const status = statusOf(session, cell, fresh, queued);
    const isChanged = standsAsKept(cell) && others.has(cell.name);
    if (status === cell.status && isChanged === (cell.changed ?? false)) return cell;
    const { changed: _, ...rest } = cell;
    return isChanged ? { ...rest, status, changed: true } : { ...rest, status };
  });
  return { ...session, cells };
}

function statusOf(session: Session, cell: Cell, fresh: ReadonlySet<string>, queued: ReadonlySet<string>): CellStatus {
  if (isRunning(session, cell.name)) return 'running';
  if (queued.has(cell.name)) return 'queued';
  if (!cell.last) return 'idle';
  if (cell.last.outcome === 'done') return fresh.has(cell.name) ? 'done' : 'stale';
  return unchanged(session, cell, (name) => fresh.has(name)) ? cell.last.outcome : 'stale';
}

function isRunning({ running }: Session, name: string): boolean {
  return running?.cell === name && !running.forgets;
}
