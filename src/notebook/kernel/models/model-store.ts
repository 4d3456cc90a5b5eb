import type { ModelEntry, StoredModel } from '../../../protocol';

/** Models that cells have saved. Every function rejects with `NotGranted` where something is not allowed or the browser refuses. */
export interface ModelStore {
  /** Writes a model, in place of an older one of that name. */
  save(name: string, model: StoredModel): Promise<void>;
  load(name: string): Promise<StoredModel>;
  /** In the order of their names. */
  list(): Promise<ModelEntry[]>;
  /** Removes a model, if there is one of that name. */
  remove(name: string): Promise<void>;
}
