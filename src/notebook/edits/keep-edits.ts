import { say } from '../../words';
import { hashLesson, type EditRecord } from './edit-record';
import { openEdits, type Edits, type StoreProblem, type Text } from './edits';
import type { Choice, Notices } from '../cell/notices';
import type { Scratch } from '../session/scratch';
import type { Cell } from '../session/session';

export interface KeepOptions {
  chapter: string;
  /** The cell as it stands; nothing for one that is not there, or was taken away. */
  cell(name: string): Cell | undefined;
  /** Gives the cell another text. */
  edit(cell: string, source: string): void;
  /** Puts a cell of the reader's own into the chapter, or takes it away. */
  insert(scratch: Scratch): void;
  remove(cell: string): void;
  /** Shows the lesson's own text beside the reader's. */
  compare(cell: string, other?: string): void;
  /** Where to say something about a cell or, without a name, about the page. */
  notices(cell?: string): Notices | undefined;
}

export interface EditKeeper {
  /** Resolves when the saved edits are in the cells, or when it is clear that there are none. */
  readonly ready: Promise<void>;
  /** The reader typed into the cell, added it or took it away. */
  changed(cell: string): void;
  /** Back to the lesson's own text, with a way back. */
  reset(cell: string): void;
  /** This text stands, whatever is stored. */
  settle(cell: string, text: Text): void;
  /** While true, nothing is saved: what the cells hold is not the reader's own. */
  hold(on: boolean): void;
  /** Writes now what waits. */
  flush(): Promise<void>;
  /** Names of cells that another tab added. */
  readonly reserved: ReadonlySet<string>;
}

/** Longest wait for a store that does not answer, in milliseconds; edits that come later still go into cells nobody touched. */
const patience = 1500;

/** Keeps what the reader types, and asks the reader where two texts claim one cell. */
export function keepEdits(options: KeepOptions): EditKeeper {
  const { chapter, cell: cellOf, edit, notices } = options;
  const touched = new Set<string>();
  const reserved = new Set<string>();
  /** What waits for the reader's decision, by cell: how to ask again. */
  const offers = new Map<string, () => void>();
  let edits: Edits | undefined;
  let held = false;

  const opened = openEdits({
    chapter,
    // Only the lesson's own cells have a text to go back to.
    original: (name) => (cellOf(name)?.place ? undefined : cellOf(name)?.original),
    onTheirs: (name, theirs) => offer(name, () => onTheirs(name, theirs)),
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

  function withdraw(name: string): void {
    for (const key of ['theirs', 'lesson']) notices(name)?.set(key, undefined);
  }

  function settle(name: string, text: Text): void {
    offers.delete(name);
    withdraw(name);
    const cell = cellOf(name);
    if (text.source === undefined && cell?.place) options.remove(name);
    else if (text.source !== undefined && cell) edit(name, text.source);
    else if (text.source !== undefined && text.place) options.insert({ name, source: text.source, place: text.place });
    edits?.settle(name, text);
  }

  /** The choice that keeps what the cell holds when it is made. */
  const keep = (label: string, name: string): Choice => ({
    label,
    choose: () => settle(name, { source: cellOf(name)?.source, place: cellOf(name)?.place }),
  });
  const take = (label: string, name: string, source: string | undefined): Choice => ({
    label,
    choose: () => settle(name, { source, place: cellOf(name)?.place }),
  });
  const compare = (name: string, other?: string): Choice => ({
    label: say('notebook.compare'),
    choose: () => options.compare(name, other),
  });

  function restore({ cell: name, source, place, rival, original }: EditRecord): void {
    const cell = cellOf(name);
    // A store that answers after a link was opened: its edits stay there until the page is loaded again.
    if (held || touched.has(name)) return;
    if (!cell && place) options.insert({ name, source, place });
    else if (cell) edit(name, source);
    else return;
    if (rival !== undefined) offer(name, () => offerRival(name, rival));
    else if (cell && !place && original !== hashLesson(cell.original)) offer(name, () => offerLesson(cell));
  }

  /** Asks now, or when the cells hold the reader's own code again. */
  function offer(name: string, ask: () => void): void {
    offers.set(name, ask);
    if (!held) ask();
  }

  /** The lesson's own cell is another than the one that was edited. */
  function offerLesson({ name, original }: Cell): void {
    notices(name)?.set('lesson', {
      tone: 'info',
      text: say('notebook.lessonChanged'),
      choices: [
        keep(say('notebook.keepMine'), name),
        take(say('notebook.takeLesson'), name, original),
        compare(name, original),
      ],
    });
  }

  function offerRival(name: string, theirs: string): void {
    notices(name)?.set('theirs', {
      tone: 'warn',
      text: say('notebook.rival'),
      choices: [
        keep(say('notebook.keepThis'), name),
        take(say('notebook.takeOther'), name, theirs),
        compare(name, theirs),
      ],
    });
  }

  function onTheirs(name: string, theirs: string | undefined): void {
    const cell = cellOf(name);
    if (!cell) return void reserved.add(name);
    const gone = theirs === undefined && cell.place !== undefined;
    const text = theirs ?? cell.original;
    if (text === cell.source && !gone) return void (offers.delete(name) && withdraw(name));
    const said = gone ? 'removedElsewhere' : theirs === undefined ? 'resetElsewhere' : 'changedElsewhere';
    notices(name)?.set('theirs', {
      tone: 'warn',
      text: say(`notebook.${said}`),
      choices: [
        keep(say('notebook.keepMine'), name),
        take(say('notebook.takeTheirs'), name, gone ? undefined : text),
        ...(gone ? [] : [compare(name, text)]),
      ],
    });
  }

  return {
    ready: Promise.race([opened, new Promise<void>((resolve) => setTimeout(resolve, patience))]),
    reserved,
    settle,
    hold(on) {
      held = on;
      for (const [name, ask] of offers) {
        if (on) withdraw(name);
        else ask();
      }
    },
    flush: async () => edits?.flush(),
    changed(name) {
      if (held) return;
      touched.add(name);
      notices(name)?.set('reset', undefined);
      save(name);
    },
    reset(name) {
      const cell = cellOf(name);
      if (!cell || cell.place || cell.source === cell.original) return;
      const before = cell.source;
      if (!held) touched.add(name);
      offers.delete(name);
      withdraw(name);
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
