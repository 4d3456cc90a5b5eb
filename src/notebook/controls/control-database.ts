import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Controls } from '../../protocol';

interface Schema extends DBSchema {
  controls: { key: [chapter: string, cell: string]; value: Controls };
}

/** What the reader set in controls, as IndexedDB has it: of a version of the book that nobody knows. */
export type ControlDatabase = IDBPDatabase<Schema>;

export const openControlDatabase = (): Promise<ControlDatabase> =>
  openDB<Schema>('receptive-controls', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('controls'),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

/** The keys of a chapter's cells. */
export const keysOf = (chapter: string): IDBKeyRange => IDBKeyRange.bound([chapter], [chapter, []]);
