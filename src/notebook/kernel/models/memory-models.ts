import type { ModelEntry, StoredModel } from '../../../protocol';
import { NotGranted } from '../place/not-granted';
import type { ModelStore } from './model-store';
import { bytesOf, checkName, checkQuota } from './quota';

/** Models that last as long as the page: those of code that came with a link. */
export function memoryModels(): ModelStore {
  const models = new Map<string, { model: StoredModel; savedAt: number }>();
  const list = async (): Promise<ModelEntry[]> =>
    [...models].map(([name, { model, savedAt }]) => ({ name, bytes: bytesOf(model), savedAt })).sort(byName);

  return {
    async save(name, model) {
      checkQuota(name, model, await list());
      models.set(name, { model, savedAt: Date.now() });
    },
    async load(name) {
      checkName(name);
      const found = models.get(name);
      if (!found) throw new NotGranted({ why: 'no-model' });
      return structuredClone(found.model);
    },
    list,
    remove: async (name) => void models.delete(name),
  };
}

export const byName = (a: ModelEntry, b: ModelEntry): number => (a.name < b.name ? -1 : 1);
