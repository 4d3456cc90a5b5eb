import { hashText, type EditRecord } from './edit-record';
import { openEditStore, type EditStore } from './edit-store';
import { asideOf, putAside } from './unsaved';

/** What went wrong with the store; each is said once a page. */
export type StoreProblem = 'blocked' | 'full' | 'corrupt';

export interface EditsOptions {
  chapter: string;
  /** The lesson's own text of a cell. */
  original(cell: string): string;
  /** Another tab wrote this (or, without a source, went back to the lesson's own text). */
  onTheirs(cell: string, source: string | undefined): void;
  onProblem(problem: StoreProblem): void;
}

/** The saved edits of one chapter. */
export interface Edits {
  /** What was saved when the page loaded. */
  readonly saved: ReadonlyMap<string, EditRecord>;
  /** Saves a moment after the last call; a text equal to the lesson's own is no edit and is removed. */
  save(cell: string, source: string): void;
  /** The reader decided between two versions: this one stands. */
  settle(cell: string, source: string): void;
  /** Writes now what waits. */
  flush(): Promise<void>;
}

/** Milliseconds between the last key and the write. */
const pause = 300;

/** What tabs tell each other. */
interface Told {
  chapter: string;
  cell: string;
  source?: string;
}

/** Opens a chapter's saved edits. Never rejects: a page without a store is told so and goes on. */
export async function openEdits(options: EditsOptions): Promise<Edits> {
  const { chapter, original, onTheirs, onProblem } = options;
  const saved = new Map<string, EditRecord>();
  /** The stored text of each cell as this tab knew it last. */
  const known = new Map<string, string>();
  const waiting = new Map<string, { source: string; force: boolean }>();
  const said = new Set<StoreProblem>();
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('receptive-edits') : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const complain = (problem: StoreProblem): void => {
    if (said.has(problem)) return;
    said.add(problem);
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

  channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.chapter === chapter) onTheirs(data.cell, data.source);
  });

  async function write(cell: string, source: string, force: boolean): Promise<void> {
    if (!store) return complain('blocked');
    if (source === original(cell)) {
      const removed = await store.remove(chapter, cell, known.get(cell));
      if (removed.kind === 'conflict' && !force) return onTheirs(cell, removed.theirs);
      if (removed.kind === 'conflict') await store.remove(chapter, cell, removed.theirs);
      known.delete(cell);
      channel?.postMessage({ chapter, cell } satisfies Told);
      return;
    }
    const edit = { chapter, cell, source, original: hashText(original(cell)) };
    if (force) await store.overwrite(edit);
    else {
      const written = await store.write(edit, known.get(cell));
      if (written.kind === 'conflict') return onTheirs(cell, written.theirs);
    }
    known.set(cell, source);
    channel?.postMessage({ chapter, cell, source } satisfies Told);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const batch = [...waiting];
    writing = writing.then(async () => {
      for (const [cell, text] of batch) {
        try {
          await write(cell, text.source, text.force);
        } catch (error) {
          complain(problemOf(error));
        }
        // Typed on meanwhile: the newer text still waits.
        if (waiting.get(cell) === text) waiting.delete(cell);
      }
    });
    return writing;
  }

  const later = (cell: string, source: string, force: boolean): void => {
    waiting.set(cell, { source, force: force || (waiting.get(cell)?.force ?? false) });
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
  };

  const leave = (): void => {
    if (waiting.size === 0) return;
    // The store may answer too late for a page that closes.
    putAside(
      chapter,
      [...waiting].map(([cell, { source }]) => ({ cell, source, ...baseOf(known.get(cell)) })),
    );
    void flush().then(() => putAside(chapter, []));
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });

  return {
    saved,
    save: (cell, source) => later(cell, source, false),
    settle: (cell, source) => later(cell, source, true),
    flush,
  };
}

const baseOf = (base: string | undefined): { base?: string } => (base === undefined ? {} : { base });

/** Writes what a page that went away had put aside, under the same check as ever. */
async function takeUp(store: EditStore, chapter: string, original: (cell: string) => string): Promise<void> {
  for (const { cell, source, base } of asideOf(chapter)) {
    if (source === original(cell)) await store.remove(chapter, cell, base);
    else await store.write({ chapter, cell, source, original: hashText(original(cell)) }, base);
  }
  putAside(chapter, []);
}

function problemOf(error: unknown): StoreProblem {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
}
