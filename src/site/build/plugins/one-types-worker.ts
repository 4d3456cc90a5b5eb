import type { Plugin } from 'vite';
import { unfitPatch } from './unfit-patch';

const name = 'receptive-one-types-worker';
const manager = /[\\/]monaco-editor[\\/].*[\\/]typescript[\\/]workerManager\.js$/;
const support = /[\\/]monaco-editor[\\/].*[\\/]features[\\/]typescript[\\/].*\.js$/;
const own = /\n\s*createWorker: \(\) => new Worker\(new URL\('ts\.worker\.js'.*/;

/**
 * The page gives Monaco our TypeScript worker (`notebook/editor/workers.ts`), yet a build would also ship the one that Monaco refers
 * to: 7 MB that are never fetched. In the build this removes the reference.
 */
export function oneTypesWorker(): Plugin {
  return {
    name,
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      return manager.test(id) ? { code: withoutOwnWorker(code, id), map: null } : null;
    },
    buildEnd(error) {
      const files = [...this.getModuleIds()].filter((file) => support.test(file));
      const [first] = files;
      if (error || !first || files.some((file) => manager.test(file))) return;
      throw unfitPatch(name, first, 'it has no typescript/workerManager.js, and 7 MB too many would be built.');
    },
  };
}

/** Monaco's module without the line that refers to the worker. */
export function withoutOwnWorker(code: string, file: string): string {
  const without = code.replace(own, '');
  if (without === code)
    throw unfitPatch(name, file, 'it names its TypeScript worker in another way, and 7 MB too many would be built.');
  return without;
}
