import type { Plugin } from 'vite';
import { unfitPatch } from './unfit-patch';

const threaded = /tfjs-backend-wasm-threaded-simd\.js$/;
const backend = /[\\/]@tensorflow[\\/]tfjs-backend-wasm[\\/].*\.js$/;
const name = 'receptive-wasm-threads';

/**
 * tfjs starts its threads from the source of one of its functions (by `toString()`), after a line `var _scriptDir = undefined`. A
 * minifier renames that variable in the function, and every thread fails with "e is not defined". The variable is always undefined
 * here, so this writes `undefined` into the function instead.
 */
export function wasmThreads(): Plugin {
  return {
    name,
    apply: 'build',
    transform(code, id) {
      const file = id.replace(/\?.*$/, '');
      return threaded.test(file) ? { code: closeFactory(code, file), map: null } : null;
    },
    buildEnd(error) {
      const files = [...this.getModuleIds()].map((id) => id.replace(/\?.*$/, '')).filter((file) => backend.test(file));
      const [first] = files;
      if (error || !first || files.some((file) => threaded.test(file))) return;
      throw unfitPatch(
        name,
        first,
        'tfjs-backend-wasm-threaded-simd.js is not among its files, and threads would die.',
      );
    },
  };
}

/** The module with a factory that refers to no variable outside itself. */
export function closeFactory(code: string, file: string): string {
  const start = code.search(/return \(\s*(async )?function\s*\(/);
  const closed = code.slice(start).replace(/\b_scriptDir\b/g, '(void 0)');
  if (start < 0 || closed === code.slice(start))
    throw unfitPatch(name, file, 'its factory does not read _scriptDir as it did, and threads could die.');
  return code.slice(0, start) + closed;
}
