import { hashLesson, type EditRecord } from './edit-record';
import { openEditStore, type Edit, type EditStore } from './edit-store';
import type { Place } from '../session/scratch-name';
import { asideOf, putAside, type Unsaved } from './unsaved';

/** What went wrong with the store; each problem is reported once per page. */
export type StoreProblem = 'blocked' | 'full' | 'corrupt';

export interface EditsOptions {
  chapter: string;
  /** The lesson's own text of a cell; undefined for one that the reader added. */
  original(cell: string): string | undefined;
  /** Another tab wrote `source`; undefined where it went back to the lesson's text or took the cell away. */
  onTheirs(cell: string, source: string | undefined): void;
  onProblem(problem: StoreProblem): void;
}

/** The saved edits of one chapter. */
export interface Edits {
  /** What was saved when the page loaded. */
  readonly saved: ReadonlyMap<string, EditRecord>;
  /** Saves soon after the last call. A text that is the lesson's own, or no text, removes the edit. */
  save(cell: string, text: Text): void;
  /** Saves the text that the reader chose of two, whatever is stored now. */
  settle(cell: string, text: Text): void;
  /** Writes all pending edits at once. */
  flush(): Promise<void>;
}

/** What a cell is to hold: a text, with its place if the reader added the cell; or no text. */
export interface Text {
  source?: string | undefined;
  place?: Place | undefined;
}

/** Milliseconds between the last key and the write. */
const pause = 300;

/** The message that a tab sends to the other tabs after a write. */
interface EditMessage {
  chapter: string;
  cell: string;
  source?: string;
}

/** Opens a chapter's saved edits. Never rejects: where there is no store, `onProblem` is called and nothing is saved. */
export async function openEdits(options: EditsOptions): Promise<Edits> {
  const { chapter, original, onTheirs, onProblem } = options;
  const saved = new Map<string, EditRecord>();
  /** The stored text of each cell, as this tab last knew it. */
  const known = new Map<string, string>();
  const waiting = new Map<string, Text & { force: boolean }>();
  const reported = new Set<StoreProblem>();
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('receptive-edits') : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const complain = (problem: StoreProblem): void => {
    if (reported.has(problem)) return;
    reported.add(problem);
    onProblem(problem);
  };

  let store: EditStore | undefined;
  try {
    store = await openEditStore();
    await takeUp(store, chapter, original);
    const { records, corrupt } = await store.read(chapter);
    for (const record of records) {
      saved.set(record.cell, record);
      known.set(record.cell, record.source);
    }
    if (corrupt.length > 0) {
      complain('corrupt');
      await store.drop(corrupt);
    }
  } catch (error) {
    complain(problemOf(error));
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<EditMessage>) => {
    if (data.chapter === chapter) onTheirs(data.cell, data.source);
  });

  async function write(cell: string, { source, place }: Text, force: boolean): Promise<void> {
    if (!store) return complain('blocked');
    const lesson = original(cell);
    if (source === undefined || source === lesson) {
      const removed = await store.remove(chapter, cell, known.get(cell));
      if (removed.kind === 'conflict' && !force) return onTheirs(cell, removed.theirs);
      if (removed.kind === 'conflict') await store.remove(chapter, cell, removed.theirs);
      known.delete(cell);
      channel?.postMessage({ chapter, cell } satisfies EditMessage);
      return;
    }
    const edit = editOf(chapter, cell, source, lesson, place);
    if (force) await store.overwrite(edit);
    else {
      const written = await store.write(edit, known.get(cell));
      if (written.kind === 'conflict') return onTheirs(cell, written.theirs);
    }
    known.set(cell, source);
    channel?.postMessage({ chapter, cell, source } satisfies EditMessage);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const batch = [...waiting];
    writing = writing.then(async () => {
      for (const [cell, text] of batch) {
        try {
          await write(cell, text, text.force);
        } catch (error) {
          complain(problemOf(error));
        }
        // If the reader typed meanwhile, a newer text is waiting.
        if (waiting.get(cell) === text) waiting.delete(cell);
      }
    });
    return writing;
  }

  const later = (cell: string, text: Text, force: boolean): void => {
    waiting.set(cell, { ...text, force: force || (waiting.get(cell)?.force ?? false) });
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
  };

  const leave = (): void => {
    if (waiting.size === 0) return;
    // The store may answer too late for a page that is being closed.
    putAside(
      chapter,
      [...waiting].map(([cell, { source, place }]) => unsaved(cell, source, place, known.get(cell))),
    );
    void flush().then(() => putAside(chapter, []));
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });

  return {
    saved,
    save: (cell, text) => later(cell, text, false),
    settle: (cell, text) => later(cell, text, true),
    flush,
  };
}

function unsaved(cell: string, source?: string, place?: Place, base?: string): Unsaved {
  const text = source === undefined ? { removed: true as const } : { source };
  return { cell, ...text, ...(place && { place }), ...(base !== undefined && { base }) };
}

/** An edit as it is stored. The hash of the lesson's text tells later whether the lesson has changed. */
function editOf(
  chapter: string,
  cell: string,
  source: string,
  lesson: string | undefined,
  place: Place | undefined,
): Edit {
  const original = lesson === undefined ? '' : hashLesson(lesson);
  return { chapter, cell, source, original, ...(place && { place }) };
}

/** Writes what a closed page had put aside, with the usual check for other tabs' writes. */
async function takeUp(
  store: EditStore,
  chapter: string,
  original: (cell: string) => string | undefined,
): Promise<void> {
  for (const { cell, source, place, base } of asideOf(chapter)) {
    const lesson = original(cell);
    if (source === undefined || source === lesson) await store.remove(chapter, cell, base);
    else await store.write(editOf(chapter, cell, source, lesson, place), base);
  }
  putAside(chapter, []);
}

function problemOf(error: unknown): StoreProblem {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
}
