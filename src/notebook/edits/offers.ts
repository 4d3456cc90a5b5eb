import { say } from '../../words';
import type { Choice, Notices } from '../notices/notices';
import type { Cell } from '../session/session';
import type { Text } from './edits';

/** What the questions need of a chapter's notebook. */
export interface OffersOptions {
  /** The cell as it is now; undefined for one that is not there or was taken away. */
  cell(name: string): Cell | undefined;
  /** Shows `other` next to the cell's own text. */
  compare(cell: string, other?: string): void;
  /** Shows several other texts of the cell, and lets the reader choose among them. */
  choose(cell: string, texts: readonly string[]): void;
  notices(cell: string): Notices | undefined;
  /** The reader decided: this text stays. */
  settle(cell: string, text: Text): void;
  /** Another tab has a cell of this name, which this page does not show. */
  reserve(cell: string): void;
}

/** Questions to the reader about cells for which there are two texts. */
export interface Offers {
  /** The lesson's own text has changed since the reader edited the cell. */
  lesson(cell: string, original: string): void;
  /** An earlier conflict between tabs was never decided: the store still holds these texts too. */
  rivals(cell: string, texts: readonly string[]): void;
  /** Another tab wrote `theirs`; undefined where it went back to the lesson's text or took the cell away. `others` are further versions. */
  theirs(cell: string, theirs: string | undefined, others?: readonly string[]): void;
  /** The store has again what this tab knows of it: another tab's text is no longer a question. */
  agreed(cell: string): void;
  /** The cell's question is answered, or has become pointless. */
  withdraw(cell: string): void;
  /** While true, no question is shown: the cells hold code that is not the reader's own. */
  hold(on: boolean): void;
}

/** Asks below a cell which of two texts stays. */
export function createOffers({ cell: cellOf, compare, choose, notices, settle, reserve }: OffersOptions): Offers {
  /** What waits for the reader's decision, by cell: how to ask again. */
  const open = new Map<string, () => void>();
  /** Cells whose question is about what another tab wrote while this page was open. */
  const live = new Set<string>();
  let held = false;

  function offer(name: string, ask: () => void): void {
    open.set(name, ask);
    if (!held) ask();
  }

  function hide(name: string): void {
    for (const key of ['theirs', 'lesson']) notices(name)?.set(key, undefined);
  }

  function withdraw(name: string): void {
    open.delete(name);
    live.delete(name);
    hide(name);
  }

  /** The choice that keeps what the cell holds at the time of the click. */
  const keep = (label: string, name: string): Choice => ({
    label,
    choose: () => settle(name, { source: cellOf(name)?.source, place: cellOf(name)?.place }),
  });
  const take = (label: string, name: string, source: string | undefined): Choice => ({
    label,
    choose: () => settle(name, { source, place: cellOf(name)?.place }),
  });
  const compareWith = (name: string, other: string): Choice => ({
    label: say('notebook.compare'),
    choose: () => compare(name, other),
  });

  function askAboutLesson(name: string, original: string): void {
    notices(name)?.set('lesson', {
      tone: 'info',
      text: say('notebook.lessonChanged'),
      choices: [
        keep(say('notebook.keepMine'), name),
        take(say('notebook.takeLesson'), name, original),
        compareWith(name, original),
      ],
    });
  }

  /** The choice between the cell's own text and several others. */
  const several = (name: string, label: string, texts: readonly string[]): Choice[] => [
    keep(label, name),
    { label: say('notebook.showVersions'), choose: () => choose(name, texts) },
  ];

  function askAboutRivals(name: string, texts: readonly string[]): void {
    const [theirs = ''] = texts;
    const alone = texts.length === 1;
    notices(name)?.set('theirs', {
      tone: 'warn',
      text: alone ? say('notebook.rival') : say('notebook.rivals', { count: texts.length }),
      choices: alone
        ? [
            keep(say('notebook.keepThis'), name),
            take(say('notebook.takeOther'), name, theirs),
            compareWith(name, theirs),
          ]
        : several(name, say('notebook.keepThis'), texts),
    });
  }

  function askAboutTheirs(name: string, theirs: string | undefined, others: readonly string[]): void {
    const cell = cellOf(name);
    if (!cell) return reserve(name);
    const gone = theirs === undefined && cell.place !== undefined;
    const text = theirs ?? cell.original;
    const rest = others.filter((one) => one !== cell.source);
    if (text === cell.source && !gone) return rest.length > 0 ? askAboutRivals(name, rest) : withdraw(name);
    if (rest.length > 0) return askAboutRivals(name, [text, ...rest]);
    const change = gone ? 'removedElsewhere' : theirs === undefined ? 'resetElsewhere' : 'changedElsewhere';
    notices(name)?.set('theirs', {
      tone: 'warn',
      text: say(`notebook.${change}`),
      choices: [
        keep(say('notebook.keepMine'), name),
        take(say('notebook.takeTheirs'), name, gone ? undefined : text),
        ...(gone ? [] : [compareWith(name, text)]),
      ],
    });
  }

  return {
    lesson: (name, original) => offer(name, () => askAboutLesson(name, original)),
    rivals: (name, texts) => offer(name, () => askAboutRivals(name, texts)),
    theirs(name, theirs, others = []) {
      live.add(name);
      offer(name, () => askAboutTheirs(name, theirs, others));
    },
    agreed: (name) => live.has(name) && withdraw(name),
    withdraw,
    hold(on) {
      held = on;
      for (const [name, ask] of open) {
        if (on) hide(name);
        else ask();
      }
    },
  };
}
