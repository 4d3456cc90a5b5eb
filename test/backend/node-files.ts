import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BackendFiles } from '../../src/backend';

const folder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));

/** The binaries of the wasm backend as Node finds them. */
export function nodeFiles(): BackendFiles {
  return {
    plain: join(folder, 'tfjs-backend-wasm.wasm'),
    simd: join(folder, 'tfjs-backend-wasm-simd.wasm'),
    threadedSimd: join(folder, 'tfjs-backend-wasm-threaded-simd.wasm'),
    kernels: new Uint8Array(),
    threadedKernels: new Uint8Array(),
  };
}
