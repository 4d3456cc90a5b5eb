import { readControlValue, type Controls, type ControlValue } from '../../protocol';
import { keysOf, openControlDatabase } from './control-database';

/** What was set in the controls of one cell. */
export interface ControlRecord {
  chapter: string;
  cell: string;
  controls: Controls;
}

/** What the reader set in controls, in IndexedDB. */
export interface ControlStore {
  /** The values of a chapter's controls, by cell; a value that cannot be read counts as never set. */
  read(chapter: string): Promise<Map<string, Controls>>;
  /** The values of all chapters. */
  readAll(): Promise<ControlRecord[]>;
  write(chapter: string, cell: string, controls: Controls): Promise<void>;
}

/** Opens the values of controls in IndexedDB. Every function rejects where the browser refuses. */
export async function openControlStore(): Promise<ControlStore> {
  const database = await openControlDatabase();
  async function read(range?: IDBKeyRange): Promise<ControlRecord[]> {
    const [keys, values] = await Promise.all([
      database.getAllKeys('controls', range),
      database.getAll('controls', range),
    ]);
    return keys.map(([chapter, cell], index) => ({ chapter, cell, controls: readControls(values[index]) }));
  }
  return {
    async read(chapter) {
      const records = await read(keysOf(chapter));
      return new Map(records.map(({ cell, controls }) => [cell, controls]));
    },
    readAll: () => read(),
    write: async (chapter, cell, controls) => void (await database.put('controls', controls, [chapter, cell])),
  };
}

/** Labels that one cell's controls have at most. */
const maxLabels = 1000;

/** The values in `value` that a control can have; everything else in a store or a link is ignored. */
export function readControls(value: unknown): Controls {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).slice(0, maxLabels);
  return Object.fromEntries(
    entries.flatMap(([label, one]): [string, ControlValue][] => {
      const read = readControlValue(one);
      return read === undefined || label === '__proto__' ? [] : [[label, read]];
    }),
  );
}
