import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { readRecord, readRecords, type EditRecord, type Salvage } from './edit-record';

interface Schema extends DBSchema {
  edits: { key: [chapter: string, cell: string]; value: EditRecord };
}

/** What became of a write: saved, or another tab had written first; then its text stays and ours is stored with it as the rival. */
type Written = { kind: 'saved' } | { kind: 'conflict'; theirs: string };

/** What the page wants to keep of an edit. */
export type Edit = Omit<EditRecord, 'updatedAt' | 'rival'>;

/** The reader's edits in IndexedDB. Every function rejects where the browser refuses: storage blocked, disk full. */
export interface EditStore {
  read(chapter: string): Promise<Salvage>;
  /** The edits of all chapters. */
  readAll(): Promise<Salvage>;
  /** Writes `edit` if the stored text is still `base`, the text that this tab knew last; undefined means that there was none. */
  write(edit: Edit, base: string | undefined): Promise<Written>;
  /** Writes `edit`, whatever is stored now. */
  overwrite(edit: Edit): Promise<void>;
  /** Removes the edit of a cell if the stored text is still `base`; otherwise it stays and is returned as a conflict. */
  remove(chapter: string, cell: string, base: string | undefined): Promise<Written>;
  drop(keys: readonly IDBValidKey[]): Promise<void>;
}

/** Opens the store, creating it where it does not exist. */
export async function openEditStore(): Promise<EditStore> {
  const database = await openDB<Schema>('receptive', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('edits', { keyPath: ['chapter', 'cell'] }),
    // Another tab has a newer version of the book: close, or its upgrade waits forever.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  return storeOn(database);
}

function storeOn(database: IDBPDatabase<Schema>): EditStore {
  async function read(range?: IDBKeyRange): Promise<Salvage> {
    const transaction = database.transaction('edits');
    const [keys, values] = await Promise.all([
      transaction.store.getAllKeys(range),
      transaction.store.getAll(range),
      transaction.done,
    ]);
    return readRecords(keys.map((key, index) => [key, values[index]] as const));
  }

  return {
    read: (chapter) => read(IDBKeyRange.bound([chapter], [chapter, []])),
    readAll: () => read(),

    async write(edit, base) {
      // One transaction, so that the browser orders the writes of two tabs.
      const transaction = database.transaction('edits', 'readwrite');
      const stored = readRecord(await transaction.store.get([edit.chapter, edit.cell]));
      const record = merge(edit, stored, base);
      await Promise.all([transaction.store.put(record), transaction.done]);
      return record.source === edit.source ? { kind: 'saved' } : { kind: 'conflict', theirs: record.source };
    },

    async overwrite(edit) {
      await database.put('edits', { ...edit, updatedAt: Date.now() });
    },

    async remove(chapter, cell, base) {
      const transaction = database.transaction('edits', 'readwrite');
      const stored = readRecord(await transaction.store.get([chapter, cell]));
      const moved = stored !== undefined && stored.source !== base;
      await Promise.all([moved ? undefined : transaction.store.delete([chapter, cell]), transaction.done]);
      return moved ? { kind: 'conflict', theirs: stored.source } : { kind: 'saved' };
    },

    async drop(keys) {
      const transaction = database.transaction('edits', 'readwrite');
      await Promise.all([...keys.map((key) => transaction.store.delete(key as [string, string])), transaction.done]);
    },
  };
}

/**
 * The record after a tab that last knew the text `base` writes `edit` over `stored`. Where another tab has written since, its text
 * stays and ours is kept with it as the rival, so that neither is lost.
 */
export function merge(edit: Edit, stored: EditRecord | undefined, base: string | undefined): EditRecord {
  if (stored && stored.source !== base && stored.source !== edit.source) return { ...stored, rival: edit.source };
  const rival = stored?.rival === undefined || stored.rival === edit.source ? {} : { rival: stored.rival };
  return { ...edit, updatedAt: Date.now(), ...rival };
}
