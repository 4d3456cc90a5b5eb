import type { Plugin } from 'vite';

const own = /\n\s*createWorker: \(\) => new Worker\(new URL\('ts\.worker\.js'.*/;

/**
 * The page gives Monaco a TypeScript worker of its own (`notebook/editor/workers.ts`), and yet a build would ship the one that Monaco
 * names, 7 MB that nobody fetches. In the build, Monaco names none.
 */
export function oneTypesWorker(): Plugin {
  return {
    name: 'receptive-one-types-worker',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]monaco-editor[\\/].*[\\/]typescript[\\/]workerManager\.js$/.test(id)) return null;
      const without = withoutOwnWorker(code);
      if (without === code) this.warn('Monaco names its TypeScript worker in another way: 7 MB too many are built.');
      return { code: without, map: null };
    },
  };
}

/** Monaco's module without the line that names the worker. */
export function withoutOwnWorker(code: string): string {
  return code.replace(own, '');
}
