import { say } from '../../words';
import type { Notices } from '../notices/notices';
import type { Scratch } from '../session/scratch';
import type { Cell } from '../session/session';
import { hashLesson, type EditRecord } from './edit-record';
import { openEdits, type Edits, type StoreProblem, type Text } from './edits';
import { createOffers } from './offers';

/** What keeping edits needs of a chapter's notebook. */
export interface KeepOptions {
  chapter: string;
  /** The cell as it is now; undefined for one that is not there or was taken away. */
  cell(name: string): Cell | undefined;
  /** Gives the cell another text. */
  edit(cell: string, source: string): void;
  /** Puts a cell of the reader's own into the chapter, or takes it away. */
  insert(scratch: Scratch): void;
  remove(cell: string): void;
  /** Shows the lesson's own text, or `other`, next to the reader's. */
  compare(cell: string, other?: string): void;
  /** Where to say something about a cell or, without a name, about the page. */
  notices(cell?: string): Notices | undefined;
}

/** Keeps the reader's edits of a chapter. */
export interface EditKeeper {
  /** Resolves when the saved edits are in the cells, or when the store takes too long to answer. */
  readonly ready: Promise<void>;
  /** The reader typed into the cell, added it or took it away. */
  changed(cell: string): void;
  /** Back to the lesson's own text, with a way back. */
  reset(cell: string): void;
  /** Shows this text and stores it, whatever is stored now. */
  settle(cell: string, text: Text): void;
  /** While true, nothing is saved: the cells hold code that is not the reader's own. */
  hold(on: boolean): void;
  /** Writes at once what waits to be written. */
  flush(): Promise<void>;
  /** Names of cells that another tab added. */
  readonly reserved: ReadonlySet<string>;
}

/** Longest wait for a store that does not answer, in milliseconds; edits that come later still go into cells the reader has not touched. */
const patience = 1500;

/** Keeps what the reader types, and asks the reader which one stays where there are two texts for a cell. */
export function keepEdits(options: KeepOptions): EditKeeper {
  const { chapter, cell: cellOf, edit, notices } = options;
  /** Cells that the reader changed on this page. */
  const touched = new Set<string>();
  const reserved = new Set<string>();
  const offers = createOffers({ ...options, settle, reserve: (name) => void reserved.add(name) });
  let edits: Edits | undefined;
  let held = false;

  const opened = openEdits({
    chapter,
    // Only the lesson's own cells have a text to go back to.
    original: (name) => (cellOf(name)?.place ? undefined : cellOf(name)?.original),
    onTheirs: offers.theirs,
    onProblem: (problem) => notices()?.set(problem, { tone: 'warn', text: problemText(problem) }),
  }).then((made) => {
    edits = made;
    for (const record of made.saved.values()) restore(record);
    for (const name of touched) save(name);
  });

  function save(name: string): void {
    const cell = cellOf(name);
    if (!held) edits?.save(name, { source: cell?.source, place: cell?.place });
  }

  function settle(name: string, text: Text): void {
    offers.withdraw(name);
    const cell = cellOf(name);
    if (text.source === undefined && cell?.place) options.remove(name);
    else if (text.source !== undefined && cell) edit(name, text.source);
    else if (text.source !== undefined && text.place) options.insert({ name, source: text.source, place: text.place });
    edits?.settle(name, text);
  }

  function restore({ cell: name, source, place, rival, original }: EditRecord): void {
    const cell = cellOf(name);
    // A store that answers after a link was opened: its edits stay there until the page is loaded again.
    if (held || touched.has(name)) return;
    if (!cell && place) options.insert({ name, source, place });
    else if (cell) edit(name, source);
    else return;
    if (rival !== undefined) offers.rival(name, rival);
    else if (cell && !place && original !== hashLesson(cell.original)) offers.lesson(name, cell.original);
  }

  function reset(name: string): void {
    const cell = cellOf(name);
    if (!cell || cell.place || cell.source === cell.original) return;
    const before = cell.source;
    if (!held) touched.add(name);
    offers.withdraw(name);
    edit(name, cell.original);
    save(name);
    const undo = (): void => {
      notices(name)?.set('reset', undefined);
      edit(name, before);
      save(name);
    };
    notices(name)?.set('reset', {
      tone: 'info',
      text: say('notebook.wasReset'),
      choices: [{ label: say('notebook.undo'), choose: undo }],
    });
  }

  return {
    ready: Promise.race([opened, new Promise<void>((resolve) => setTimeout(resolve, patience))]),
    reserved,
    settle,
    reset,
    hold(on) {
      held = on;
      offers.hold(on);
    },
    flush: async () => edits?.flush(),
    changed(name) {
      if (held) return;
      touched.add(name);
      notices(name)?.set('reset', undefined);
      save(name);
    },
  };
}

function problemText(problem: StoreProblem): string {
  switch (problem) {
    case 'blocked':
      return say('notebook.store.blocked');
    case 'full':
      return say('notebook.store.full');
    case 'corrupt':
      return say('notebook.store.corrupt');
    default:
      return problem satisfies never;
  }
}
