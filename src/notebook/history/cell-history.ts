import { historyStore } from './history-store';
import { withTexts, type PastText } from './past-text';

/** What the cells of a chapter held before something took its place. */
export interface CellHistory {
  /** Keeps texts. Where the store takes nothing, they last as long as the page. */
  keep(texts: readonly Omit<PastText, 'at'>[]): void;
  /** Keeps texts that went at another time, or on another device. */
  add(texts: readonly PastText[]): void;
  /** The texts of a cell, the newest first. */
  of(cell: string): Promise<PastText[]>;
  /** The texts of cells that were deleted, the newest first. */
  deleted(): Promise<PastText[]>;
}

/** The history of a chapter's cells. */
export function openHistory(chapter: string): CellHistory {
  /** What this page added; the store has it too, unless it refused. */
  const added = new Map<string, PastText[]>();
  let writing: Promise<void> = Promise.resolve();

  async function all(): Promise<PastText[]> {
    await writing;
    const stored = await historyStore.read(chapter).catch(() => []);
    const newest = new Map(stored.map((text) => [keyOf(text), text.at]));
    const isStored = (text: PastText): boolean => (newest.get(keyOf(text)) ?? -Infinity) >= text.at;
    return [...stored, ...[...added.values()].flat().filter((text) => !isStored(text))].sort((a, b) => b.at - a.at);
  }

  function add(texts: readonly PastText[]): void {
    const told = texts.filter(({ source }) => source.trim() !== '');
    if (told.length === 0) return;
    for (const text of told) added.set(text.cell, withTexts(added.get(text.cell) ?? [], [text]));
    const records = told.map((text) => ({ chapter, cell: text.cell, texts: [text] }));
    writing = writing.then(() => historyStore.add(records)).catch(() => undefined);
  }

  return {
    keep(texts) {
      const at = Date.now();
      add(texts.map((text) => ({ ...text, at })));
    },
    add,
    of: async (cell) => (await all()).filter((text) => text.cell === cell),
    deleted: async () => (await all()).filter(({ why }) => why === 'deleted'),
  };
}

const keyOf = ({ cell, source }: PastText): string => `${cell}\n${source}`;
