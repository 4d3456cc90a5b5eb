import { say } from '../../words';
import { placeBeside, type Scratch } from '../session/scratch';
import { freeName } from '../session/scratch-name';
import type { Session, SessionEvent } from '../session/session';
import type { CellViews } from './cell-views';

/** What added cells need of a chapter's notebook. */
export interface ScratchOptions {
  session(): Session;
  dispatch(event: SessionEvent): void;
  views: Pick<CellViews, 'find' | 'list'>;
  /** Saves a cell that came or went. */
  changed(cell: string): void;
  /** Names that cells of other tabs have already. */
  reserved(): Iterable<string>;
}

/** What the reader does with cells they added. */
export interface ScratchCells {
  /** Adds an empty cell above or below `cell`, with the focus on it or its editor open. */
  add(cell: string, side: 'above' | 'below', then: 'focus' | 'edit'): void;
  /** Takes a cell away; a cell of the lesson stays and says so. */
  remove(cell: string): void;
  /** Brings back the cell that was taken away last. */
  undo(): void;
}

/** Adds and removes cells of the reader's own; the cell removed last can be brought back. */
export function createScratchCells(options: ScratchOptions): ScratchCells {
  const { dispatch, session, views, changed, reserved } = options;
  const removed: Scratch[] = [];
  /** The cell whose notice offers to undo. */
  let offeredAt: string | undefined;

  function insert(scratch: Scratch): void {
    dispatch({ kind: 'insert', ...scratch });
    changed(scratch.name);
  }

  function withdrawOffer(): void {
    if (offeredAt !== undefined) views.find(offeredAt)?.notices.set('deleted', undefined);
    offeredAt = undefined;
  }

  function undo(): void {
    const last = removed.pop();
    withdrawOffer();
    if (!last) return;
    insert(last);
    views.find(last.name)?.focus();
    views.find(last.name)?.speak(say('notebook.cellBack'));
  }

  return {
    undo,

    add(cell, side, then) {
      const taken = [...session().cells.map(({ name }) => name), ...reserved()];
      const name = freeName(taken);
      insert({ name, place: placeBeside(session(), cell, side), source: '' });
      const added = views.find(name);
      if (then === 'edit') void added?.edit();
      else added?.focus();
      added?.speak(say('notebook.cellAdded'));
      added?.element.scrollIntoView({ block: 'nearest' });
    },

    remove(name) {
      const cell = session().cells.find((one) => one.name === name && !one.removed);
      if (!cell) return;
      if (!cell.place)
        return views.find(name)?.notices.pass('delete', { tone: 'info', text: say('notebook.cellOfLesson') });
      const list = views.list();
      const index = list.findIndex((one) => one.name === name);
      const neighbour = list[index + 1] ?? list[index - 1];
      const hadFocus = list[index]?.element.contains(document.activeElement) ?? false;
      withdrawOffer();
      removed.push({ name, place: cell.place, source: cell.source });
      dispatch({ kind: 'remove', cell: name });
      changed(name);
      if (hadFocus) neighbour?.focus();
      offeredAt = neighbour?.name;
      neighbour?.notices.set('deleted', {
        tone: 'info',
        text: say('notebook.cellDeleted'),
        choices: [{ label: say('notebook.undo'), choose: undo }],
      });
    },
  };
}
