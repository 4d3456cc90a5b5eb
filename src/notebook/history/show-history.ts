import { say } from '../../words';
import type { CellView } from '../cell/cell-view';
import type { ScratchCells } from '../cell/scratch-cells';
import { shownCells, type Scratch } from '../session/scratch';
import type { Cell, Session } from '../session/session';
import type { CellHistory } from './cell-history';
import { scratchOf, type PastText } from './past-text';
import { showVersionDialog } from './version-dialog';

/** What the history of cells needs of a chapter's notebook. */
export interface HistoryOptions {
  session(): Session;
  view(cell: string): CellView | undefined;
  /** The first of the chapter's elements on the page. */
  top(): Pick<CellView, 'focus'> | undefined;
  edits: {
    readonly history: CellHistory;
    bringBack(text: PastText): boolean;
    settle(cell: string, text: Pick<Cell, 'source' | 'place'>): void;
  };
  scratch: Pick<ScratchCells, 'bringBack'>;
}

const cellIn = ({ session }: HistoryOptions, name: string): Cell | undefined =>
  shownCells(session()).find((cell) => cell.name === name);

/** Lists what a cell held before, and brings back what the reader chooses. */
export async function showHistory(notebook: HistoryOptions, name: string): Promise<void> {
  const texts = await notebook.edits.history.of(name);
  const now = cellIn(notebook, name)?.source;
  showVersionDialog({
    title: say('notebook.history.title', { cell: name }),
    note: say('notebook.history.note'),
    empty: say('notebook.history.empty'),
    action: say('notebook.history.bringBack'),
    versions: texts.filter(({ source }) => source !== now).map((text) => ({ ...text, label: labelOf(text), now })),
    choose(text) {
      if (!notebook.edits.bringBack(text)) return notebook.scratch.bringBack(scratchOf(text));
      notebook.view(name)?.notices.pass('history', { tone: 'info', text: say('notebook.history.back') });
    },
    leave: () => notebook.view(name)?.focus(),
  });
}

/** Lists the cells that were deleted and are not on the page again. */
export async function showDeleted(notebook: HistoryOptions): Promise<void> {
  const cells = shownCells(notebook.session());
  const isAway = ({ source, place }: Scratch): boolean =>
    !cells.some((cell) => cell.place?.after === place.after && cell.source === source);
  const texts = (await notebook.edits.history.deleted()).filter((text) => isAway(scratchOf(text)));
  showVersionDialog({
    title: say('notebook.deleted.title'),
    note: say('notebook.deleted.note'),
    empty: say('notebook.deleted.empty'),
    action: say('notebook.history.bringBack'),
    versions: texts.map((text) => ({ ...text, label: `${timeOf(text)} · ${text.cell}` })),
    choose: (text) => notebook.scratch.bringBack(scratchOf(text)),
    leave: () => notebook.top()?.focus(),
  });
}

/** Lists other texts that a cell could hold, from other tabs. */
export function showVersions(notebook: HistoryOptions, name: string, texts: readonly string[]): void {
  const cell = cellIn(notebook, name);
  showVersionDialog({
    title: say('notebook.versions.title', { cell: name }),
    note: say('notebook.versions.note'),
    empty: say('notebook.history.empty'),
    action: say('notebook.versions.take'),
    versions: texts.map((source, index) => ({
      source,
      label: say('notebook.versions.number', { number: index + 1 }),
      now: cell?.source,
    })),
    choose: ({ source }) => notebook.edits.settle(name, { source, ...(cell?.place && { place: cell.place }) }),
    leave: () => notebook.view(name)?.focus(),
  });
}

const labelOf = (text: PastText): string => `${timeOf(text)} · ${say(`notebook.history.${text.why}`)}`;

function timeOf({ at }: PastText): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(at);
}
