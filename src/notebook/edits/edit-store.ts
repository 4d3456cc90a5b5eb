import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { readRecord, readRecords, type EditRecord, type Salvage } from './edit-record';
import { droppedFrom, merge, withRivals, type Edit, type Known } from './merge-texts';

interface Schema extends DBSchema {
  edits: { key: [chapter: string, cell: string]; value: EditRecord };
}

/** What a write led to. */
export interface Written {
  /** What the store has for the cell now. Where its text is not the one that was written, another tab had written first. */
  record: EditRecord | undefined;
  /** Texts that the store had for the cell and has no longer. */
  dropped: readonly string[];
}

/** The reader's edits in IndexedDB. Every function rejects where the browser refuses: storage blocked, disk full. */
export interface EditStore {
  read(chapter: string): Promise<Salvage>;
  /** The edit of one cell; undefined where there is none. */
  readOne(chapter: string, cell: string): Promise<EditRecord | undefined>;
  /** The edits of all chapters. */
  readAll(): Promise<Salvage>;
  /** Writes `edit` if the stored text is still the one that this tab knew last; else keeps it beside that text, as a rival. */
  write(edit: Edit, known: Known): Promise<Written>;
  /** Writes `edit`, whatever is stored now. */
  overwrite(edit: Edit): Promise<Written>;
  /** Removes the edit of a cell if the stored text is still the one that this tab knew last. */
  remove(chapter: string, cell: string, known: Known): Promise<Written>;
  /** Takes this tab's own rival of a cell away. */
  withdraw(chapter: string, cell: string, rival: string): Promise<void>;
  drop(keys: readonly IDBValidKey[]): Promise<void>;
}

type Database = IDBPDatabase<Schema>;

const version = 1;

const options = {
  // Another tab has a newer version of the book: close, or its upgrade waits forever.
  blocking: (_current: number, _blocked: number | null, event: IDBVersionChangeEvent) =>
    (event.target as IDBDatabase).close(),
};
const connect = (): Promise<Database> =>
  openDB<Schema>('receptive', version, {
    ...options,
    upgrade: (fresh) => void fresh.createObjectStore('edits', { keyPath: ['chapter', 'cell'] }),
  });
/** The store as a newer version of the book has left it: what this code can read of it is shown, writing is left to that version. */
const connectToNewer = (): Promise<Database> => openDB<Schema>('receptive', undefined, options);

/** The store. It is opened by the first call, and again by the first one after the browser has closed it. */
export function openEditStore(): EditStore {
  let opened: Promise<Database> | undefined;
  let newer: Promise<Database> | undefined;

  async function database(want: 'read' | 'write'): Promise<Database> {
    try {
      return await (opened ??= connect());
    } catch (error) {
      opened = undefined;
      if (want === 'write' || !isNamed(error, 'VersionError')) throw error;
      return (newer ??= connectToNewer());
    }
  }

  async function on<Result>(want: 'read' | 'write', work: (database: Database) => Promise<Result>): Promise<Result> {
    try {
      return await work(await database(want));
    } catch (error) {
      // A connection that was closed under us: by a newer version, or with the reader's data.
      if (!isNamed(error, 'InvalidStateError')) throw error;
      opened = newer = undefined;
      return work(await database(want));
    }
  }

  const read = (range?: IDBKeyRange): Promise<Salvage> =>
    on('read', async (edits) => {
      if (!edits.objectStoreNames.contains('edits')) return { records: [], corrupt: [] };
      const transaction = edits.transaction('edits');
      const [keys, values] = await Promise.all([
        transaction.store.getAllKeys(range),
        transaction.store.getAll(range),
        transaction.done,
      ]);
      return readRecords(keys.map((key, index) => [key, values[index]] as const));
    });

  /** Puts what `change` makes of a cell's record in its place, in one transaction, so that the browser orders the writes of two tabs. */
  const change = <Result>(
    [chapter, cell]: [chapter: string, cell: string],
    make: (stored: EditRecord | undefined) => { record: EditRecord | undefined; result: Result },
  ): Promise<Result> =>
    on('write', async (edits) => {
      const transaction = edits.transaction('edits', 'readwrite');
      const stored = readRecord(await transaction.store.get([chapter, cell]));
      const { record, result } = make(stored);
      const write = record ? transaction.store.put(record) : transaction.store.delete([chapter, cell]);
      await Promise.all([write, transaction.done]);
      return result;
    });

  return {
    read: (chapter) => read(IDBKeyRange.bound([chapter], [chapter, []])),
    readOne: (chapter, cell) => on('read', async (edits) => readRecord(await edits.get('edits', [chapter, cell]))),
    readAll: () => read(),

    write: (edit, known) =>
      change([edit.chapter, edit.cell], (stored) => {
        const record = merge(edit, stored, known);
        return { record, result: { record, dropped: droppedFrom(stored, record, known.rival) } };
      }),

    overwrite: (edit) =>
      change([edit.chapter, edit.cell], (stored) => {
        const record = { ...edit, updatedAt: Date.now() };
        const texts = stored ? [stored.source, ...(stored.rivals ?? [])] : [];
        return { record, result: { record, dropped: texts.filter((one) => one !== edit.source) } };
      }),

    remove: (chapter, cell, { base, rival }) =>
      change([chapter, cell], (stored) => {
        const record = stored && stored.source !== base ? stored : undefined;
        return { record, result: { record, dropped: droppedFrom(stored, record, rival) } };
      }),

    withdraw: (chapter, cell, rival) =>
      change([chapter, cell], (stored) => ({
        record:
          stored &&
          withRivals(
            stored,
            (stored.rivals ?? []).filter((one) => one !== rival),
          ),
        result: undefined,
      })),

    drop: (keys) =>
      on('write', async (edits) => {
        const transaction = edits.transaction('edits', 'readwrite');
        await Promise.all([...keys.map((key) => transaction.store.delete(key as [string, string])), transaction.done]);
      }),
  };
}

const isNamed = (error: unknown, name: string): boolean => error instanceof DOMException && error.name === name;
