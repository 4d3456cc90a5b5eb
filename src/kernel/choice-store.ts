import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Choice, ChoiceStore } from '../backend';
import type { Locale } from '../words';

interface Schema extends DBSchema {
  choices: { key: Locale; value: Choice & { at: number } };
}

/** Milliseconds for which a choice holds: browsers, drivers and cards change. */
const lifetime = 30 * 24 * 3600_000;
/** Milliseconds after which a store counts as blocked: another tab may hold it, and some browsers then never answer. */
const patience = 500;
const names: readonly string[] = ['webgpu', 'webgl', 'wasm', 'cpu'] satisfies Choice['name'][];

/**
 * Keeps in IndexedDB which backend trains best on this device: one record per language, because the reason is a sentence. If the store
 * is blocked, full, damaged or from a newer version of the book, the only cost is another measurement.
 */
export function openChoiceStore(locale: Locale, now: () => number = Date.now): ChoiceStore {
  const database = openDB<Schema>('receptive-device', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('choices'),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  /** What `use` returns, or nothing if it fails or takes too long. */
  const attempt = <Result>(use: (open: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result | undefined> =>
    Promise.race([
      database.then(use).catch(() => undefined),
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience)),
    ]);

  return {
    async load() {
      const kept = await attempt((open) => open.get('choices', locale));
      return kept && isWhole(kept) && now() - kept.at < lifetime ? { name: kept.name, reason: kept.reason } : undefined;
    },
    save: async ({ name, reason }) =>
      void (await attempt((open) => open.put('choices', { name, reason, at: now() }, locale))),
  };
}

/** Whether a record has our format: something else may have written to the store. */
function isWhole({ name, reason, at }: { name?: unknown; reason?: unknown; at?: unknown }): boolean {
  return typeof name === 'string' && names.includes(name) && typeof reason === 'string' && typeof at === 'number';
}
