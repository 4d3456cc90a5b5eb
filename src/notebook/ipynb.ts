import { say } from '../words';
import { bookFunctions, headLines, runnable, tensorflow, type Origin } from './portable';
import { withAbsoluteLinks } from './absolute-links';
import type { ProseBlock } from './prose';
import { shownCells } from './scratch';
import type { Cell, Session } from './session';

type NotebookCell = { id: string; metadata: Record<string, never>; source: string[] } & (
  { cell_type: 'markdown' } | { cell_type: 'code'; execution_count: null; outputs: [] }
);

/** A chapter with its prose as a Jupyter notebook, nbformat 4.5, for Deno's TypeScript kernel. */
export function makeIpynb(session: Session, origin: Origin, blocks: readonly ProseBlock[]): string {
  const cells = shownCells(session);
  const made: NotebookCell[] = [];
  const markdown = (text: string): void =>
    void made.push({ cell_type: 'markdown', id: `text-${made.length}`, metadata: {}, source: linesOf(text) });
  const code = (id: string, text: string): void =>
    void made.push({ cell_type: 'code', id, metadata: {}, execution_count: null, outputs: [], source: linesOf(text) });

  const functions = bookFunctions(cells, origin);
  const head = [...headLines(session, origin), say('notebook.download.kernel')];
  markdown(`# ${origin.title}\n\n${[...head, ...(functions ? [say('notebook.download.printed')] : [])].join('\n\n')}`);
  code('receptive', [`import * as tf from 'npm:${tensorflow}';`, functions].filter(Boolean).join('\n\n'));

  const told = new Set<string>();
  const tell = (cell: Cell): void => {
    if (told.has(cell.name)) return;
    told.add(cell.name);
    code(cell.name, runnable(cell));
    // The reader's own follow the cell of the lesson below which they stand.
    if (!cell.place) for (const own of cells) if (own.place?.after === cell.name) tell(own);
  };
  for (const cell of cells) if (cell.place?.after === '') tell(cell);
  for (const block of blocks) {
    if (block.kind === 'text') markdown(withAbsoluteLinks(block.text, origin.url));
    else for (const cell of cells) if (cell.name === block.name) tell(cell);
  }
  // Cells that the page does not show, and those whose neighbour is gone.
  for (const cell of cells) if (!cell.apart) tell(cell);

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

/** As nbformat has it: a line each, with its break. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}
