import { say } from '../../words';
import type { Chapter } from '../chapter';
import { placeBeside, type Scratch } from '../session/scratch';
import { freeName } from '../session/scratch-name';

/** What the reader does with cells of their own. */
export interface ScratchCells {
  /** Adds an empty cell beside `cell`, with the focus on it or its editor open. */
  add(cell: string, side: 'above' | 'below', then: 'focus' | 'edit'): void;
  /** Takes a cell away; one of the lesson stays, and says so. */
  remove(cell: string): void;
  /** Brings back the cell that was taken away last. */
  undo(): void;
}

export function createScratchCells(chapter: Chapter): ScratchCells {
  const { dispatch, edits, session, view } = chapter;
  const removed: Scratch[] = [];
  /** Where the way back is offered. */
  let offeredAt: string | undefined;

  function insert(scratch: Scratch): void {
    dispatch({ kind: 'insert', ...scratch });
    edits.changed(scratch.name);
  }

  function withdrawOffer(): void {
    if (offeredAt !== undefined) view(offeredAt)?.notices.set('deleted', undefined);
    offeredAt = undefined;
  }

  function undo(): void {
    const last = removed.pop();
    withdrawOffer();
    if (!last) return;
    insert(last);
    view(last.name)?.focus();
    view(last.name)?.speak(say('notebook.cellBack'));
  }

  return {
    undo,

    add(cell, side, then) {
      const taken = [...session().cells.map(({ name }) => name), ...edits.reserved];
      const name = freeName(taken);
      insert({ name, place: placeBeside(session(), cell, side), source: '' });
      const added = view(name);
      if (then === 'edit') void added?.edit();
      else added?.focus();
      added?.speak(say('notebook.cellAdded'));
      added?.element.scrollIntoView({ block: 'nearest' });
    },

    remove(name) {
      const cell = session().cells.find((one) => one.name === name && !one.removed);
      if (!cell) return;
      if (!cell.place) return view(name)?.notices.pass('delete', { tone: 'info', text: say('notebook.cellOfLesson') });
      const list = chapter.views();
      const index = list.findIndex((one) => one.name === name);
      const neighbour = list[index + 1] ?? list[index - 1];
      const hadFocus = list[index]?.element.contains(document.activeElement) ?? false;
      withdrawOffer();
      removed.push({ name, place: cell.place, source: cell.source });
      dispatch({ kind: 'remove', cell: name });
      edits.changed(name);
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
