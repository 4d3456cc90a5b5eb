import { memoryModels } from './memory-models';
import type { ModelStore } from './model-store';
import { storedModels } from './stored-models';

/** Where the models go that cells save. */
export interface ModelKeeper {
  store(): ModelStore;
  /** While true, models are neither read from the reader's store nor written to it: the cells hold code that is not the reader's own. */
  hold(on: boolean): void;
}

/** The keeper of the models of one chapter's cells. All chapters share the reader's store. */
export function keepModels(): ModelKeeper {
  const own = storedModels();
  let store = own;
  return { store: () => store, hold: (on) => void (store = on ? memoryModels() : own) };
}
