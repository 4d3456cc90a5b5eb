import type { Plugin } from 'vite';

const file = /tfjs-backend-wasm-threaded-simd\.js$/;

/**
 * tfjs starts its threads from the source of one of its functions, taken with `toString()`, before which it writes
 * `var _scriptDir = undefined`. A minifier gives that outer variable another name, and every thread dies with
 * "e is not defined". Inside the function the variable is always undefined here, so that is what we write.
 */
export function wasmThreads(): Plugin {
  return {
    name: 'receptive-wasm-threads',
    apply: 'build',
    transform(code, id) {
      return file.test(id.replace(/\?.*$/, '')) ? { code: closeFactory(code), map: null } : null;
    },
  };
}

/** The module with a factory that names no variable outside itself. */
export function closeFactory(code: string): string {
  const start = code.search(/return \(\s*(async )?function\s*\(/);
  if (start < 0)
    throw new Error('tfjs-backend-wasm-threaded-simd.js has another shape than the one that wasm-threads.ts knows');
  return code.slice(0, start) + code.slice(start).replace(/\b_scriptDir\b/g, '(void 0)');
}
