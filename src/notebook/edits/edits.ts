import type { Place } from '../session/scratch-name';
import { inParts } from '../session/text-parts';
import { openEditChannel } from './edit-channel';
import type { EditRecord } from './edit-record';
import { openEditStore, type Written } from './edit-store';
import { refusalOf, type Refusal, type StoreProblem } from './store-problem';
import { editOf, takeUp, withOrphans, type Orphan } from './take-up';
import { claimAside, newAside, putAside, type Unsaved } from './unsaved';

export interface EditsOptions {
  chapter: string;
  /** The lesson's own text of a cell; undefined for one that the reader added. */
  original(cell: string): string | undefined;
  /** The saved edits, part after part, as soon as the store can be read. Returns those that the cells hold now. */
  onRead(records: readonly EditRecord[]): readonly EditRecord[];
  /** Another tab wrote `source`; undefined where it went back to the lesson's text or took the cell away. `others` are further versions. */
  onTheirs(cell: string, source: string | undefined, others: readonly string[]): void;
  /** What another tab wrote is what this one knows. */
  onAgreed(cell: string): void;
  /** The store holds these texts no longer. */
  onDropped(cell: string, texts: readonly string[]): void;
  /** The store refuses what is written; undefined when it works again. */
  onProblem(problem: StoreProblem | undefined): void;
  /** A saved edit could not be read. */
  onDamaged(): void;
}

/** The saved edits of one chapter. */
export interface Edits {
  /** Resolves when `onRead` was called, or the store could not be read. */
  readonly opened: Promise<void>;
  /** Saves at the latest after `pause`, however fast the reader types. A text that is the lesson's own, or no text, removes the edit. */
  save(cell: string, text: Text): void;
  /** Saves the text that the reader chose of two, whatever is stored now. */
  settle(cell: string, text: Text): void;
  /** Saves the text next to the one that is stored: it is an answer to something else than that. */
  saveBeside(cell: string, text: Text): void;
  /** What is saved beside from now on does not take the place of what was so far. */
  endBeside(): void;
  /** Writes all pending edits at once. Resolves when they are written, or put aside where the store takes too long. */
  flush(): Promise<void>;
}

/** What a cell is to hold: a text, with its place if the reader added the cell; or no text. */
export interface Text {
  source?: string | undefined;
  place?: Place | undefined;
}

interface Waiting extends Text {
  way: 'save' | 'settle' | 'beside';
  at: number;
}

/** Milliseconds from a key to the write of what was typed until then. Of a crash within a second, the write itself needs the rest. */
const pause = 400;
/** Milliseconds until a store that refused is tried again. */
const again = 3000;
/** Milliseconds after which nobody waits for the store any longer, and after which it counts as giving no answer. */
const patience = 1500;
const silence = 4000;

/** Resolves when `work` has ended, or when nobody waits for it any longer. */
const inTime = (work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, patience))]);

/** Opens a chapter's saved edits. Never throws: where the store takes nothing, what is typed is put aside, and `onProblem` is called. */
export function openEdits(options: EditsOptions): Edits {
  const { chapter, original } = options;
  const store = openEditStore();
  const aside = newAside(chapter);
  /** The stored text of each cell, as this tab last knew it. */
  const known = new Map<string, string>();
  /** This tab's own texts that the store keeps next to another's. */
  const rivals = new Map<string, string>();
  const besides = new Map<string, string>();
  const waiting = new Map<string, Waiting>();
  let orphans: Orphan[] = [];
  let read = false;
  let writing: Promise<void> | undefined;
  let since = 0;
  let tick: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isAside = false;
  let asideAt = 0;
  let claimed = false;
  let problem: StoreProblem | undefined;

  const channel = openEditChannel((of, cell) => of === chapter && void look(cell));

  function report(found: StoreProblem | undefined): void {
    if (found?.refusal === problem?.refusal && found?.words === problem?.words) return;
    problem = found;
    options.onProblem(found);
  }

  /** Where the words of the reader are when the store does not have them. */
  function setAside(): StoreProblem['words'] {
    // As long as this page is open, it writes them itself.
    if (!claimed) void claimAside(aside);
    claimed = isAside = true;
    asideAt = Date.now();
    const texts = [...waiting].map(([cell, { source, place, way, at }]): Unsaved => {
      const base = way === 'beside' ? besides.get(cell) : known.get(cell);
      const text = source === undefined ? { removed: true as const } : { source };
      return { cell, ...text, ...(place && { place }), ...(base !== undefined && { base }), at };
    });
    return putAside(aside, texts) ? 'aside' : 'page';
  }

  async function readStore(): Promise<void> {
    const { records, corrupt } = await store.read(chapter);
    read = true;
    await show(records);
    if (corrupt.length === 0) return;
    options.onDamaged();
    await store.drop(corrupt);
  }

  async function show(records: readonly EditRecord[]): Promise<void> {
    const toEdit = (text: Unsaved): ReturnType<typeof editOf> => editOf(chapter, text, original(text.cell));
    const all = [...withOrphans(records, orphans, toEdit).values()];
    for await (const part of inParts(all))
      // What was typed before a text was shown was not typed over it.
      for (const { cell, source } of options.onRead(part)) known.set(cell, source);
  }

  async function open(): Promise<void> {
    orphans = await takeUp(chapter);
    await inTime(pass());
    if (!read && orphans.length > 0) await show([]);
  }

  /** Tries to write everything that waits. */
  async function writeAll(): Promise<void> {
    let refusal: Refusal | undefined;
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        refusal = refusalOf(error);
      }
    };
    if (!read) await attempt(readStore);
    for (const orphan of orphans) await attempt(() => writeOrphan(orphan));
    for (const [cell, text] of [...waiting]) await attempt(() => write(cell, text));
    clearTimeout(retry);
    if (refusal !== undefined) retry = setTimeout(() => void pass(), again);
    else if (waiting.size > 0) later();
    if (refusal !== undefined) return report({ refusal, words: setAside() });
    if (isAside) setAside();
    isAside = waiting.size > 0;
    report(undefined);
  }

  function pass(): Promise<void> {
    since = writing ? since : Date.now();
    return (writing ??= writeAll().finally(() => (writing = undefined)));
  }

  async function writeOrphan(orphan: Orphan): Promise<void> {
    const { cell, base, key } = orphan;
    const edit = editOf(chapter, orphan, original(cell));
    keep(cell, await (edit ? store.write(edit, { base }) : store.remove(chapter, cell, { base })));
    orphans = orphans.filter((one) => one !== orphan);
    putAside(
      key,
      orphans.filter((one) => one.key === key),
    );
  }

  async function write(cell: string, text: Waiting): Promise<void> {
    const edit = editOf(chapter, { cell, source: text.source, place: text.place }, original(cell));
    if (text.way === 'beside') await writeBeside(cell, edit);
    else {
      let written: Written;
      if (text.way === 'settle' && edit) written = await store.overwrite(edit);
      else {
        const base = text.way === 'settle' ? (await store.readOne(chapter, cell))?.source : known.get(cell);
        const tab = { base, rival: rivals.get(cell) };
        written = await (edit ? store.write(edit, tab) : store.remove(chapter, cell, tab));
      }
      follow(cell, edit?.source, written);
    }
    // If the reader typed meanwhile, a newer text is waiting.
    if (waiting.get(cell) === text) waiting.delete(cell);
  }

  function follow(cell: string, source: string | undefined, written: Written): void {
    const theirs = written.record?.source;
    keep(cell, written);
    if (theirs !== source) {
      if (source === undefined) rivals.delete(cell);
      else rivals.set(cell, source);
      const others = (written.record?.rivals ?? []).filter((one) => one !== source);
      return options.onTheirs(cell, theirs, others);
    }
    rivals.delete(cell);
    if (source === undefined) known.delete(cell);
    else known.set(cell, source);
    channel.tell(chapter, cell, source);
  }

  async function writeBeside(cell: string, edit: ReturnType<typeof editOf>): Promise<void> {
    const mine = besides.get(cell);
    if (!edit) {
      if (mine !== undefined) await store.withdraw(chapter, cell, mine);
      besides.delete(cell);
      return;
    }
    keep(cell, await store.write(edit, { base: mine, rival: mine }));
    besides.set(cell, edit.source);
    channel.tell(chapter, cell, edit.source);
  }

  function keep(cell: string, { dropped }: Written): void {
    if (dropped.length > 0) options.onDropped(cell, dropped);
  }

  /** Compares what the store has for a cell with what this tab knows. */
  async function look(cell: string): Promise<void> {
    if (!read) return;
    const record = await store.readOne(chapter, cell).catch(() => undefined);
    const mine = rivals.get(cell);
    // Another tab has made this tab's text the one that stays.
    if (mine !== undefined && record?.source === mine) {
      known.set(cell, mine);
      rivals.delete(cell);
    }
    if (record?.source === known.get(cell)) return options.onAgreed(cell);
    const others = (record?.rivals ?? []).filter((one) => one !== mine);
    options.onTheirs(cell, record?.source, others);
  }

  function later(): void {
    tick ??= setTimeout(() => {
      tick = undefined;
      if (writing && waiting.size > 0) {
        const words = setAside();
        if (Date.now() - since > silence) report({ refusal: 'silent', words });
        later();
      } else void pass();
    }, pause);
  }

  function wait(cell: string, { source, place }: Text, way: Waiting['way']): void {
    const settled = way === 'save' && waiting.get(cell)?.way === 'settle';
    waiting.set(cell, { source, place, way: settled ? 'settle' : way, at: Date.now() });
    // A busy machine is late with timers and with the store; this write is done before the next key.
    if (Date.now() - asideAt > pause) setAside();
    later();
  }

  function flush(): Promise<void> {
    const all = async (): Promise<void> => {
      // What came while a pass was under way is written by the next one.
      for (let round = 0; round < 2 && waiting.size > 0; round += 1) await pass();
    };
    return inTime(all()).then(() => void (waiting.size > 0 && setAside()));
  }

  function leave(): void {
    if (waiting.size === 0) return;
    setAside();
    void pass();
  }
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });

  return {
    opened: open(),
    save: (cell, text) => wait(cell, text, 'save'),
    settle: (cell, text) => wait(cell, text, 'settle'),
    saveBeside: (cell, text) => wait(cell, text, 'beside'),
    endBeside: () => besides.clear(),
    flush,
  };
}
