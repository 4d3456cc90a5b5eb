import { say } from '../../words';
import type { CellViews } from '../cell/cell-views';
import type { ScratchCells } from '../cell/scratch-cells';
import type { EditKeeper } from '../edits/keep-edits';
import type { Session, SessionEvent } from '../session/session';
import { cellOf } from '../session/session-state';
import type { CellAction } from './action';

/** What the actions of a cell need of a chapter's notebook. */
export interface CellTools {
  session(): Session;
  dispatch(event: SessionEvent): void;
  views: Pick<CellViews, 'find' | 'step'>;
  scratch: Pick<ScratchCells, 'add' | 'remove'>;
  edits: Pick<EditKeeper, 'reset'>;
  /** Shows the cell's text next to the lesson's own. */
  compare(cell: string): Promise<void>;
  /** Lists what the cell held before. */
  showHistory(cell: string): Promise<void>;
}

/** What is done at `cell`; `event` is the click that asked for it, if there was one. */
type Act = (tools: CellTools, cell: string, event?: Event) => void | Promise<void>;

/** What each action of a cell does. */
export const cellActions: Readonly<Record<CellAction, Act>> = {
  run: ({ dispatch }, cell) => dispatch({ kind: 'run', cell }),
  'run-next'({ dispatch, views }, cell) {
    dispatch({ kind: 'run', cell });
    views.step(cell, 1);
  },
  'run-insert'({ dispatch, scratch }, cell) {
    dispatch({ kind: 'run', cell });
    scratch.add(cell, 'below', 'edit');
  },
  'run-above': ({ dispatch }, cell) => dispatch({ kind: 'run-above', cell }),
  reset: ({ edits }, cell) => edits.reset(cell),
  async copy({ session, views }, cell) {
    await navigator.clipboard.writeText(cellOf(session(), cell).source);
    views.find(cell)?.notices.pass('copied', { tone: 'info', text: say('notebook.copied') });
  },
  compare: ({ compare }, cell) => compare(cell),
  history: ({ showHistory }, cell) => showHistory(cell),
  edit({ views }, cell, event) {
    const view = views.find(cell);
    view?.edit(event instanceof MouseEvent ? view.placeAt(event) : undefined);
  },
  next: ({ views }, cell) => views.step(cell, 1),
  previous: ({ views }, cell) => views.step(cell, -1),
  insert: ({ scratch }, cell) => scratch.add(cell, 'below', 'edit'),
  'insert-above': ({ scratch }, cell) => scratch.add(cell, 'above', 'focus'),
  'insert-below': ({ scratch }, cell) => scratch.add(cell, 'below', 'focus'),
  delete: ({ scratch }, cell) => scratch.remove(cell),
};
