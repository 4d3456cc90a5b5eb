import { say } from '../../words';
import { linesOf, type JupyterOutput } from './jupyter-output';
import { bookFunctions, headLines, runnable, tensorflow, type Origin } from './portable';
import { shownCells } from '../session/scratch';
import type { Cell, Session } from '../session/session';
import { withAbsoluteLinks, type ProseBlock } from './prose';

type NotebookCell = { id: string; metadata: Record<string, never>; source: string[] } & (
  { cell_type: 'markdown' } | { cell_type: 'code'; execution_count: null; outputs: readonly JupyterOutput[] }
);

/**
 * A chapter with its prose as a Jupyter notebook, nbformat 4.5, for Deno's TypeScript kernel.
 *
 * @param shown what cells show, by name
 */
export function makeIpynb(
  session: Session,
  origin: Origin,
  blocks: readonly ProseBlock[],
  shown: ReadonlyMap<string, readonly JupyterOutput[]> = new Map(),
): string {
  const cells = shownCells(session);
  const made: NotebookCell[] = [];
  const markdown = (text: string): void =>
    void made.push({ cell_type: 'markdown', id: `text-${made.length}`, metadata: {}, source: linesOf(text) });
  const code = (id: string, text: string): void =>
    void made.push({
      cell_type: 'code',
      id,
      metadata: {},
      execution_count: null,
      outputs: shown.get(id) ?? [],
      source: linesOf(text),
    });

  const functions = bookFunctions(cells, origin);
  const head = [...headLines(session, origin), say('notebook.download.kernel')];
  markdown(`# ${origin.title}\n\n${[...head, ...(functions ? [say('notebook.download.printed')] : [])].join('\n\n')}`);
  code('receptive', [`import * as tf from 'npm:${tensorflow}';`, functions].filter(Boolean).join('\n\n'));

  const written = new Set<string>();
  const write = (cell: Cell): void => {
    if (written.has(cell.name)) return;
    written.add(cell.name);
    code(cell.name, runnable(cell));
    // The reader's own cells follow the lesson's cell that they were added below.
    if (!cell.place) for (const own of cells) if (own.place?.after === cell.name) write(own);
  };
  for (const cell of cells) if (cell.place?.after === '') write(cell);
  for (const block of blocks) {
    if (block.kind === 'text') markdown(withAbsoluteLinks(block.text, origin.url));
    else for (const cell of cells) if (cell.name === block.name) write(cell);
  }
  // Then the cells that the page does not show, and added ones whose lesson cell no longer exists.
  for (const cell of cells) if (!cell.onDemand) write(cell);

  return `${JSON.stringify({ cells: made, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

const metadata = {
  kernelspec: { display_name: 'Deno', language: 'typescript', name: 'deno' },
  language_info: {
    name: 'typescript',
    file_extension: '.ts',
    mimetype: 'text/x.typescript',
    codemirror_mode: 'typescript',
    pygments_lexer: 'typescript',
  },
};
