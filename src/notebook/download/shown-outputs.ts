import type { Output } from '../../protocol';
import { standsAsKept } from '../session/book-outputs';
import { shownCells } from '../session/scratch';
import type { Cell, Session } from '../session/session';
import type { SlotOutput } from '../session/session-state';
import { drawOutputs } from './draw-outputs';
import type { JupyterOutput } from './jupyter-output';

/**
 * What the cells of a chapter show, as a Jupyter notebook has it. A cell whose outputs belong to other code than it has now shows nothing.
 *
 * @param fetchKept what the book's own run left of a cell, where the page only has stills of it
 */
export async function shownOutputs(
  session: Session,
  fetchKept: (cell: string) => Promise<readonly { output: Output }[]>,
): Promise<Map<string, readonly JupyterOutput[]>> {
  const cells = shownCells(session);
  const outputs = await Promise.all(cells.map(async (cell) => outputsOf(cell, fetchKept)));
  const shown = new Map<string, readonly JupyterOutput[]>();
  // One after the other: each cell is drawn where all the others would be.
  for (const [at, { name }] of cells.entries()) shown.set(name, await drawOutputs(outputs[at] ?? []));
  return shown;
}

async function outputsOf(
  cell: Cell,
  fetchKept: (cell: string) => Promise<readonly { output: Output }[]>,
): Promise<readonly Output[]> {
  const plain = (entries: readonly Pick<SlotOutput, 'output'>[]): Output[] => entries.map(({ output }) => output);
  if (!standsAsKept(cell)) return cell.status === 'done' ? plain(cell.outputs) : [];
  if (cell.changed) return [];
  return plain(cell.kept?.length ? cell.kept : await fetchKept(cell.name).catch(() => []));
}
