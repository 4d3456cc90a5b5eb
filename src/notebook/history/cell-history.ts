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
  let added: PastText[] = [];
  let writing: Promise<void> = Promise.resolve();

  async function all(): Promise<PastText[]> {
    await writing;
    const stored = await historyStore.read(chapter).catch(() => []);
    const isStored = (text: PastText): boolean =>
      stored.some(({ cell, source, at }) => cell === text.cell && source === text.source && at >= text.at);
    return [...stored, ...added.filter((text) => !isStored(text))].sort((a, b) => b.at - a.at);
  }

  function add(texts: readonly PastText[]): void {
    const told = texts.filter(({ source }) => source.trim() !== '');
    if (told.length === 0) return;
    for (const text of told) {
      const others = added.filter(({ cell }) => cell !== text.cell);
      const before = added.filter(({ cell }) => cell === text.cell);
      added = [...others, ...withTexts(before, [text])];
    }
    writing = writing.then(() => historyStore.add(chapter, told)).catch(() => undefined);
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
