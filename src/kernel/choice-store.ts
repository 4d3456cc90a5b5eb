import { openDB, type DBSchema } from 'idb';
import type { Choice, ChoiceStore } from '../backend';
import type { Locale } from '../protocol';

interface Schema extends DBSchema {
  choices: { key: Locale; value: Choice & { at: number } };
}

/** Milliseconds for which a choice holds: browsers, drivers and cards change. */
const lifetime = 30 * 24 * 3600_000;

/**
 * Keeps what a device trains on best in IndexedDB, for each language its own, since the reason is a sentence. A store that is blocked,
 * full or from a newer version of the book costs only another measurement.
 */
export function openChoiceStore(locale: Locale, now: () => number = Date.now): ChoiceStore {
  const database = openDB<Schema>('receptive-device', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('choices'),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  database.catch(() => undefined);

  return {
    async load() {
      try {
        const kept = await (await database).get('choices', locale);
        return kept && now() - kept.at < lifetime ? { name: kept.name, reason: kept.reason } : undefined;
      } catch {
        return undefined;
      }
    },
    async save({ name, reason }) {
      try {
        await (await database).put('choices', { name, reason, at: now() }, locale);
      } catch {
        // The next visit measures again.
      }
    },
  };
}
