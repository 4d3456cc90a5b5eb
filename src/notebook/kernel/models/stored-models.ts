import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ModelEntry, StoredModel } from '../../../protocol';
import { NotGranted } from '../place/not-granted';
import { moveEarlierModels } from './earlier-models';
import { byName } from './memory-models';
import type { ModelStore } from './model-store';
import { bytesOf, checkName, checkQuota } from './quota';

interface Schema extends DBSchema {
  /** Apart from the models, so that the list costs no weights. */
  entries: { key: string; value: ModelEntry };
  models: { key: string; value: StoredModel };
}

/** The reader's saved models in IndexedDB, in a database that holds nothing else. */
export function storedModels(): ModelStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  /** One after another, so that two saves at the same time cannot pass the quota together. */
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(use: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
    const next = queue.then(async () => {
      try {
        opened ??= open();
        return await use(await opened);
      } catch (error) {
        if (error instanceof NotGranted) throw error;
        opened = undefined;
        throw new NotGranted({ why: 'blocked' });
      }
    });
    queue = next.catch(() => {});
    return next;
  }

  return {
    save: (name, model) =>
      inTurn(async (database) => {
        checkQuota(name, model, await database.getAll('entries'));
        await put(database, name, model);
      }),
    load: (name) =>
      inTurn(async (database) => {
        checkName(name);
        const model = await database.get('models', name);
        if (!model) throw new NotGranted({ why: 'no-model' });
        return model;
      }),
    list: () => inTurn(async (database) => (await database.getAll('entries')).sort(byName)),
    remove: (name) =>
      inTurn(async (database) => {
        const transaction = database.transaction(['entries', 'models'], 'readwrite');
        await Promise.all([
          transaction.objectStore('entries').delete(name),
          transaction.objectStore('models').delete(name),
          transaction.done,
        ]);
      }),
  };
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>('receptive-models', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('entries');
      fresh.createObjectStore('models');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  await moveEarlierModels((name, model) => put(database, name, model)).catch(() => {});
  return database;
}

async function put(database: IDBPDatabase<Schema>, name: string, model: StoredModel): Promise<void> {
  const transaction = database.transaction(['entries', 'models'], 'readwrite');
  await Promise.all([
    transaction.objectStore('entries').put({ name, bytes: bytesOf(model), savedAt: Date.now() }, name),
    transaction.objectStore('models').put(model, name),
    transaction.done,
  ]);
}
