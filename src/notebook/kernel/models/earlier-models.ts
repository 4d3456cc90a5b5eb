import { deleteDB, openDB } from 'idb';
import type { StoredModel } from '../../../protocol';

/** Where tfjs itself keeps models; cells of earlier versions of the book saved there. */
const earlier = 'tensorflowjs';

/** A record of tfjs 4.22.0. */
interface Earlier {
  modelPath: string;
  modelArtifacts: { weightData?: ArrayBuffer | ArrayBuffer[] };
}

/** Hands the models that cells of an earlier version have saved to `put`, and then deletes their database. */
export async function moveEarlierModels(put: (name: string, model: StoredModel) => Promise<void>): Promise<void> {
  // Opening a database that is not there would make one.
  const databases = (await indexedDB.databases?.()) ?? [];
  if (databases.every(({ name }) => name !== earlier)) return;
  const database = await openDB(earlier);
  const records = (await database.getAll('models_store').catch(() => [])) as Earlier[];
  database.close();
  for (const { modelPath, modelArtifacts } of records) {
    const { weightData = [], ...rest } = modelArtifacts;
    await put(modelPath, { json: JSON.stringify(rest), weights: await new Blob([weightData].flat()).arrayBuffer() });
  }
  await deleteDB(earlier);
}
