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
  /** Saves a cell that came. */
  changed(cell: string): void;
  /** Saves that a cell went, and keeps its text. */
  deleted(scratch: Scratch): void;
  /** The cells that were deleted on earlier visits, the newest first. */
  deletedBefore(): Promise<readonly Scratch[]>;
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
  undo(): Promise<void>;
  /** Puts a cell into the chapter again, under another name where its own is taken. */
  bringBack(scratch: Scratch): void;
}

/** Adds and removes cells of the reader's own; the cell removed last can be brought back. */
export function createScratchCells(options: ScratchOptions): ScratchCells {
  const { dispatch, session, views, changed, deleted, deletedBefore, reserved } = options;
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

  const taken = (): string[] => [...session().cells.map(({ name }) => name), ...reserved()];

  function bringBack(scratch: Scratch): void {
    const shown = session().cells.some(({ name, removed: gone }) => name === scratch.name && !gone);
    const name = shown ? freeName(taken()) : scratch.name;
    insert({ ...scratch, name });
    views.find(name)?.focus();
    views.find(name)?.speak(say('notebook.cellBack'));
  }

  async function undo(): Promise<void> {
    withdrawOffer();
    const last = removed.pop() ?? (await deletedBefore()).find(isAway);
    if (last) bringBack(last);
  }

  /** True where no cell on the page has that text at that place. */
  const isAway = ({ place, source }: Scratch): boolean =>
    !session().cells.some((cell) => !cell.removed && cell.place?.after === place.after && cell.source === source);

  return {
    undo,
    bringBack,

    add(cell, side, then) {
      const name = freeName(taken());
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
      const scratch = { name, place: cell.place, source: cell.source };
      removed.push(scratch);
      dispatch({ kind: 'remove', cell: name });
      deleted(scratch);
      if (hadFocus) neighbour?.focus();
      offeredAt = neighbour?.name;
      neighbour?.notices.set('deleted', {
        tone: 'info',
        text: say('notebook.cellDeleted'),
        choices: [{ label: say('notebook.undo'), choose: () => void undo() }],
      });
    },
  };
}
