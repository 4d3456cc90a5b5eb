import { say } from '../../words';
import { openHistory, type CellHistory } from '../history/cell-history';
import type { PastText, Replacement } from '../history/past-text';
import type { Notices } from '../notices/notices';
import type { Scratch } from '../session/scratch';
import type { Cell } from '../session/session';
import type { TextEvent } from '../session/session-event';
import { hashLesson, type EditRecord } from './edit-record';
import { openEdits, type Text } from './edits';
import { createOffers } from './offers';
import { showProblem } from './problem-notice';

/** What keeping edits needs of a chapter's notebook. */
export interface KeepOptions {
  chapter: string;
  /** The cell as it is now; undefined for one that is not there or was taken away. */
  cell(name: string): Cell | undefined;
  /** The names of the chapter's cells, as they are now. */
  names(): readonly string[];
  /** Gives cells another text, puts cells of the reader's own into the chapter, or takes them away: all in one step. */
  change(...events: TextEvent[]): void;
  /** Shows the lesson's own text, or `other`, next to the reader's. */
  compare(cell: string, other?: string): void;
  /** Shows several texts of a cell, of which the reader may choose one. */
  choose(cell: string, texts: readonly string[]): void;
  /** Saves what the page holds as a file. */
  download(): void;
  /** Where to say something about a cell or, without a name, about the page. */
  notices(cell?: string): Notices | undefined;
}

/** Keeps the reader's edits of a chapter. */
export interface EditKeeper {
  /** Resolves when the saved edits are in the cells, or when the store takes too long to answer. */
  readonly ready: Promise<void>;
  /** What the cells held before. */
  readonly history: CellHistory;
  /** The reader typed into the cell or added it. */
  changed(cell: string): void;
  /** The reader took the cell away. */
  deleted(scratch: Scratch): void;
  /** Back to the lesson's own text, with a way back. */
  reset(cell: string): void;
  /** Shows this text and stores it, whatever is stored now. */
  settle(cell: string, text: Text): void;
  /** Puts a text of the history into its cell. False where that cell is not there. */
  bringBack(text: PastText): boolean;
  /**
   * The cells in `guests`, and cells of these names, hold code that is not the reader's own: it is not saved. Undefined ends that. What is
   * typed into other cells is the reader's; where they had a text of their own that is not shown meanwhile, it is kept beside that.
   */
  hold(guests: ReadonlySet<string> | undefined): void;
  /** Writes at once what waits to be written. */
  flush(): Promise<void>;
  /** Names of cells that another tab added. */
  readonly reserved: ReadonlySet<string>;
}

/** Longest wait for a store that does not answer, in milliseconds; edits that come later still go into cells the reader has not touched. */
const patience = 1500;

/** Keeps what the reader types, and asks the reader which one stays where there are two texts for a cell. */
export function keepEdits(options: KeepOptions): EditKeeper {
  const { chapter, cell: cellOf, change, notices } = options;
  /** Cells that the reader changed on this page. */
  const touched = new Set<string>();
  const reserved = new Set<string>();
  const history = openHistory(chapter);
  const offers = createOffers({ ...options, settle, reserve: (name) => void reserved.add(name) });
  let guests: ReadonlySet<string> | undefined;
  /** Cells whose own text is not shown while there are guests. */
  let hidden = new Set<string>();
  /** What the reader typed into those. */
  const beside = new Map<string, string>();

  const edits = openEdits({
    chapter,
    // Only the lesson's own cells have a text to go back to.
    original: (name) => (cellOf(name)?.place ? undefined : cellOf(name)?.original),
    onRead: restore,
    onTheirs: offers.theirs,
    onAgreed: offers.agreed,
    onDropped: (cell, texts) => history.keep(texts.map((source) => ({ cell, source, why: 'elsewhere', ...at(cell) }))),
    onProblem: (problem) =>
      showProblem(notices(), problem, { download: options.download, retry: () => void edits.flush() }),
    onDamaged: () => notices()?.set('corrupt', { tone: 'warn', text: say('notebook.store.corrupt') }),
  });

  /** Where a cell is, for one that the reader added. */
  function at(name: string): Pick<PastText, 'place'> {
    const place = cellOf(name)?.place;
    return place ? { place } : {};
  }

  function edit(cell: string, source: string): void {
    change({ kind: 'edit', cell, source });
  }

  function save(name: string): void {
    if (guests?.has(name)) return;
    const text = { source: cellOf(name)?.source, place: cellOf(name)?.place };
    if (guests && hidden.has(name)) {
      beside.set(name, text.source ?? '');
      return edits.saveBeside(name, text);
    }
    touched.add(name);
    edits.save(name, text);
  }

  /** Keeps the cell's text in its history, before another takes its place. */
  function remember(name: string, why: Replacement, by?: string): void {
    const cell = cellOf(name);
    if (!cell || guests?.has(name) || cell.source === by || cell.source === cell.original) return;
    history.keep([{ cell: name, source: cell.source, why, ...at(name) }]);
  }

  function settle(name: string, text: Text): void {
    offers.withdraw(name);
    touched.add(name);
    const cell = cellOf(name);
    const gone = text.source === undefined && cell?.place !== undefined;
    remember(name, gone ? 'deleted' : 'replaced', text.source);
    if (gone) change({ kind: 'remove', cell: name });
    else if (text.source !== undefined && cell) edit(name, text.source);
    else if (text.source !== undefined && text.place)
      change({ kind: 'insert', name, source: text.source, place: text.place });
    edits.settle(name, text);
  }

  function restore(records: readonly EditRecord[]): readonly EditRecord[] {
    // A store that answers after a link was opened: its edits stay there until the page is loaded again.
    if (guests) return [];
    const shown = records.filter(({ cell, place }) => !touched.has(cell) && (cellOf(cell) ?? place));
    change(
      ...shown.map(({ cell, source, place }): TextEvent =>
        place && !cellOf(cell) ? { kind: 'insert', name: cell, source, place } : { kind: 'edit', cell, source },
      ),
    );
    for (const { cell: name, rivals, original } of shown) {
      const cell = cellOf(name);
      if (rivals) offers.rivals(name, rivals);
      else if (cell && !cell.place && original !== hashLesson(cell.original)) offers.lesson(name, cell.original);
    }
    return shown;
  }

  function replace(name: string, source: string, why: Replacement): void {
    remember(name, why, source);
    edit(name, source);
    save(name);
  }

  function reset(name: string): void {
    const cell = cellOf(name);
    if (!cell || cell.place || cell.source === cell.original) return;
    const before = cell.source;
    if (!guests) offers.withdraw(name);
    replace(name, cell.original, 'reset');
    const undo = (): void => {
      notices(name)?.set('reset', undefined);
      replace(name, before, 'replaced');
    };
    notices(name)?.set('reset', {
      tone: 'info',
      text: say('notebook.wasReset'),
      choices: [{ label: say('notebook.undo'), choose: undo }],
    });
  }

  return {
    ready: Promise.race([edits.opened, new Promise<void>((resolve) => setTimeout(resolve, patience))]),
    history,
    reserved,
    settle,
    reset,
    changed: save,
    deleted({ name: cell, source, place }) {
      if (!guests?.has(cell)) history.keep([{ cell, source, place, why: 'deleted' }]);
      save(cell);
    },
    bringBack({ cell, source }) {
      if (!cellOf(cell)) return false;
      if (!guests) offers.withdraw(cell);
      replace(cell, source, 'replaced');
      return true;
    },
    hold(now) {
      const own = options.names().filter((name) => cellOf(name)?.source !== cellOf(name)?.original);
      hidden = new Set(now ? own : []);
      guests = now;
      offers.hold(now !== undefined);
      if (now) return;
      // What was typed beside the reader's own text waits to be written as such.
      void edits.flush().then(() => edits.endBeside());
      for (const [name, text] of beside) {
        const cell = cellOf(name);
        if (cell && text !== cell.source && text !== cell.original) offers.rivals(name, [text]);
      }
      beside.clear();
    },
    flush: () => edits.flush(),
  };
}
