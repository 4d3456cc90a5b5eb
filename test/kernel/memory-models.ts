import * as tf from '@tensorflow/tfjs';

const scheme = 'indexeddb://';

let kept = false;

/** What a browser's IndexedDB is to `model.save` and `tf.loadLayersModel`, in this process, where there is none. */
export function keepModelsInMemory(): void {
  // tfjs is one for all kernels of this process, and refuses an address that two routers claim.
  if (kept) return;
  kept = true;
  const models = new Map<string, tf.io.ModelArtifacts>();
  const handlerOf = (url: string | string[]): tf.io.IOHandler | null =>
    typeof url === 'string' && url.startsWith(scheme) ? memoryOf(models, url.slice(scheme.length)) : null;
  // The registry's own type of a router knows no null, which is how a router says that an address is not its own.
  const router = handlerOf as Parameters<typeof tf.io.registerSaveRouter>[0];
  tf.io.registerSaveRouter(router);
  tf.io.registerLoadRouter(router);
}

function memoryOf(models: Map<string, tf.io.ModelArtifacts>, path: string): tf.io.IOHandler {
  return {
    async save(artifacts) {
      models.set(path, structuredClone(artifacts));
      return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
    },
    async load() {
      const found = models.get(path);
      if (!found) throw new Error(`Cannot find model with path '${path}' in IndexedDB.`);
      return structuredClone(found);
    },
  };
}
