import { withoutComments, type KeptOutput } from '../../kept';
import type { Outcome } from '../../protocol';
import type { Cell, Session } from './session-state';

/** The number that stands for the book's own run of a cell; runs of the reader's begin at 1. */
export const bookRun = 0;

/** True while what the book's own run left stands below the cell. An error that kept the cell from running hides it for a while. */
export function standsAsKept({ kept, last }: Cell): boolean {
  return kept !== undefined && last?.outcome !== 'failed';
}

/** The outputs of the book's own run have come. They are of no use to a cell that has something of the reader's to show. */
export function takeKept(cell: Cell, outputs: readonly KeptOutput[]): Cell {
  const kept = outputs.map((one) => ({ ...one, run: bookRun }));
  if (cell.kept && cell.last?.outcome === 'failed') return { ...cell, kept };
  return cell.last || cell.outputs.length > 0 ? cell : { ...cell, kept, outputs: kept };
}

/** The cell after a run: what it showed replaces what the book's own run left. One that was stopped before it showed anything replaces nothing. */
export function afterRun(cell: Cell, run: number, outcome: Outcome): Cell {
  const { kept, ...rest } = cell;
  if (!kept) return cell;
  if (outcome === 'stopped' && !cell.outputs.some((one) => one.run === run)) return { ...cell, outputs: kept };
  return { ...rest, outputs: cell.outputs.filter((one) => one.run !== bookRun) };
}

/** A cell that was refused and never ran shows again what the book's own run left, once nothing is wrong with the lesson's own text. */
export function bringBackKept(cell: Cell): Cell {
  const { last, ...rest } = cell;
  const isBack = cell.source === cell.original && cell.clash === undefined;
  return cell.kept && last?.outcome === 'failed' && isBack ? { ...rest, outputs: cell.kept } : cell;
}

/** Names of the cells that run on something else than the lesson's own code: theirs or that of a cell that they need, or its controls. */
export function changedCells({ cells, graph, lesson }: Session): ReadonlySet<string> {
  const changed = cells.filter(isChanged).map(({ name }) => name);
  // A name that a cell no longer declares may leave no arrow behind.
  const before = changed.filter((name) => cells.some((cell) => cell.name === name && !cell.place));
  return new Set([...changed, ...changed.flatMap(graph.feeds), ...before.flatMap(lesson.feeds)]);
}

function isChanged({ source, original, controls, clash }: Cell): boolean {
  if (clash !== undefined || Object.keys(controls).length > 0) return true;
  return source !== original && withoutComments(source) !== withoutComments(original);
}
