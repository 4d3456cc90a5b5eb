import type { NamedAttrMap } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

type DataId = object;

/** Of what values, and with which attributes of its kernel, a tensor will be made. */
export interface Recipe {
  of: DataId[];
  attributes: NamedAttrMap;
}

/** Values that are worked out only when someone reads them. */
export interface Deferral {
  /** Lets `fill` wait until the values of `target` are read. Until then, or until it is disposed, the values that it is made of stay. */
  defer(target: DataId, recipe: Recipe, fill: () => void): void;
  /** What waits for `target`. It goes on waiting. */
  waiting(target: DataId): Recipe | undefined;
}

/**
 * Watches a backend's table of tensors. The gradient of max pooling goes through here: where the ReLU before the pooling asks for it
 * next, one kernel does both and the values in between are never made. Everybody else reads through `dataIdMap.get` and finds them.
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
