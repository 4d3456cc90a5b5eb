import { say } from '../words';
import { hashText, type EditRecord } from './edit-record';
import { openEdits, type Edits, type StoreProblem } from './edits';
import type { Notices } from './notices';
import type { Cell } from './session';

export interface KeepOptions {
  chapter: string;
  cell(name: string): Cell | undefined;
  /** Gives the cell another text. */
  edit(cell: string, source: string): void;
  /** Where to say something about a cell or, without a name, about the page. */
  notices(cell?: string): Notices | undefined;
}

export interface EditKeeper {
  /** Resolves when the saved edits are in the cells, or when it is clear that there are none. */
  readonly ready: Promise<void>;
  /** The reader typed into the cell. */
  changed(cell: string): void;
  /** Back to the lesson's own text, with a way back. */
  reset(cell: string): void;
}

/** Longest wait for a store that does not answer, in milliseconds; edits that come later still go into cells nobody touched. */
const patience = 1500;

/** Keeps what the reader types, and asks the reader where two texts claim one cell. */
export function keepEdits(options: KeepOptions): EditKeeper {
  const { chapter, cell: cellOf, edit, notices } = options;
  const touched = new Set<string>();
  let edits: Edits | undefined;

  const opened = openEdits({
    chapter,
    original: (name) => cellOf(name)?.original ?? '',
    onTheirs,
    onProblem: (problem) => notices()?.set(problem, { tone: 'warn', text: problemText(problem) }),
  }).then((made) => {
    edits = made;
    for (const record of made.saved.values()) restore(record);
    for (const name of touched) save(name);
  });

  function save(name: string): void {
    const cell = cellOf(name);
    if (cell) edits?.save(name, cell.source);
  }

  function settle(name: string, source: string): void {
    for (const key of ['theirs', 'lesson']) notices(name)?.set(key, undefined);
    edit(name, source);
    edits?.settle(name, source);
  }

  function restore(record: EditRecord): void {
    const cell = cellOf(record.cell);
    if (!cell || touched.has(record.cell)) return;
    edit(record.cell, record.source);
    if (record.rival !== undefined) offerRival(cell.name, record.source, record.rival);
    else if (record.original !== hashText(cell.original)) offerLesson(cell, record.source);
  }

  /** The lesson's own cell is another than the one that was edited. */
  function offerLesson({ name, original }: Cell, mine: string): void {
    notices(name)?.set('lesson', {
      tone: 'info',
      text: say('notebook.lessonChanged'),
      choices: [
        { label: say('notebook.keepMine'), choose: () => settle(name, cellOf(name)?.source ?? mine) },
        { label: say('notebook.takeLesson'), choose: () => settle(name, original) },
      ],
    });
  }

  function offerRival(name: string, mine: string, theirs: string): void {
    notices(name)?.set('theirs', {
      tone: 'warn',
      text: say('notebook.rival'),
      choices: [
        { label: say('notebook.keepThis'), choose: () => settle(name, cellOf(name)?.source ?? mine) },
        { label: say('notebook.takeOther'), choose: () => settle(name, theirs) },
      ],
    });
  }

  function onTheirs(name: string, theirs: string | undefined): void {
    const cell = cellOf(name);
    if (!cell) return;
    const text = theirs ?? cell.original;
    if (text === cell.source) return notices(name)?.set('theirs', undefined);
    notices(name)?.set('theirs', {
      tone: 'warn',
      text: say(theirs === undefined ? 'notebook.resetElsewhere' : 'notebook.changedElsewhere'),
      choices: [
        { label: say('notebook.keepMine'), choose: () => settle(name, cellOf(name)?.source ?? '') },
        { label: say('notebook.takeTheirs'), choose: () => settle(name, text) },
      ],
    });
  }

  return {
    ready: Promise.race([opened, new Promise<void>((resolve) => setTimeout(resolve, patience))]),
    changed(name) {
      touched.add(name);
      notices(name)?.set('reset', undefined);
      save(name);
    },
    reset(name) {
      const cell = cellOf(name);
      if (!cell || cell.source === cell.original) return;
      const before = cell.source;
      touched.add(name);
      notices(name)?.set('lesson', undefined);
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
