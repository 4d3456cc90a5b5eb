import type { NamedAttrMap } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

type DataId = object;

/** The values from which a tensor will be computed, and the attributes of its kernel. */
interface Recipe {
  of: DataId[];
  attributes: NamedAttrMap;
}

/** Values that are computed only when something reads them. */
export interface Deferral {
  /** Calls `fill` when the values of `target` are first read. Until then, or until it is disposed, what it is computed from is kept. */
  defer(target: DataId, recipe: Recipe, fill: () => void): void;
  /** The recipe of a `target` that is not filled yet. It stays unfilled. */
  waiting(target: DataId): Recipe | undefined;
}

/**
 * Watches a backend's table of tensors. The gradient of max pooling goes through here: where the ReLU before the pooling asks for it
 * next, one kernel does both and the values in between are never made. Everything else reads through `dataIdMap.get`, which fills them in.
 */
export function deferral(backend: BackendWasm): Deferral {
  const waiting = new Map<DataId, Recipe & { fill: () => void }>();
  const { dataIdMap } = backend;
  const [get, dispose] = [dataIdMap.get.bind(dataIdMap), backend.disposeData.bind(backend)];

  dataIdMap.get = (dataId) => {
    const late = waiting.size > 0 ? waiting.get(dataId) : undefined;
    if (late) {
      waiting.delete(dataId);
      late.fill();
      late.of.forEach((need) => dispose(need));
    }
    return get(dataId);
  };
  backend.disposeData = (dataId, force) => {
    const late = waiting.get(dataId);
    if (late && (force || get(dataId).refCount <= 1)) {
      waiting.delete(dataId);
      late.of.forEach((need) => dispose(need));
    }
    return dispose(dataId, force);
  };

  return {
    defer(target, recipe, fill) {
      recipe.of.forEach((need) => backend.incRef(need));
      waiting.set(target, { ...recipe, fill });
    },
    waiting: (target) => waiting.get(target),
  };
}
