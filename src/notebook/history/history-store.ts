import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { readTexts, withTexts, type HistoryRecord, type PastText } from './past-text';

interface Schema extends DBSchema {
  history: { key: [chapter: string, cell: string]; value: HistoryRecord };
}

/**
 * The last texts of each cell, in IndexedDB. In a database of its own: a new store in that of the edits would take a new version, for
 * which tabs with older code would have to close theirs.
 */
export interface HistoryStore {
  /** Adds texts to what is kept. */
  add(records: readonly HistoryRecord[]): Promise<void>;
  /** All texts of a chapter. */
  read(chapter: string): Promise<PastText[]>;
  /** All texts of all chapters. */
  readAll(): Promise<HistoryRecord[]>;
}

/** The store. Every function opens it and rejects where the browser refuses; it is used too seldom to stay open. */
export const historyStore: HistoryStore = {
  add: (records) =>
    withDatabase(async (database) => {
      const transaction = database.transaction('history', 'readwrite');
      for (const { chapter, cell, texts } of records) {
        const stored = readTexts(await transaction.store.get([chapter, cell]));
        await transaction.store.put({ chapter, cell, texts: withTexts(stored, texts) });
      }
      await transaction.done;
    }),

  read: (chapter) =>
    withDatabase(async (database) => {
      const records: unknown[] = await database.getAll('history', IDBKeyRange.bound([chapter], [chapter, []]));
      return records.flatMap(readTexts);
    }),

  readAll: () =>
    withDatabase(async (database) => {
      const records: HistoryRecord[] = await database.getAll('history');
      return records.map((record) => ({ ...record, texts: readTexts(record) }));
    }),
};

async function withDatabase<Result>(work: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
  const database = await openDB<Schema>('receptive-history', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('history', { keyPath: ['chapter', 'cell'] }),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
