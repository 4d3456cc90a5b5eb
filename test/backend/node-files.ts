import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BackendFiles } from '../../src/backend';

const root = fileURLToPath(new URL('../..', import.meta.url));
const upstream = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));

/** The binaries of the wasm backend as Node finds them. Our kernels are compiled first, where their sources are newer. */
export function nodeFiles(): BackendFiles {
  execFileSync(process.execPath, [join(root, 'scripts/generate/kernels.mjs')]);
  return {
    plain: join(upstream, 'tfjs-backend-wasm.wasm'),
    simd: join(upstream, 'tfjs-backend-wasm-simd.wasm'),
    threadedSimd: join(upstream, 'tfjs-backend-wasm-threaded-simd.wasm'),
    kernels: new Uint8Array(readFileSync(join(root, '.generated/kernels.wasm'))),
    threadedKernels: new Uint8Array(readFileSync(join(root, '.generated/kernels-threads.wasm'))),
  };
}
