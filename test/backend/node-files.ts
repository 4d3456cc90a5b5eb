import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BackendFiles } from '../../src/backend';

const root = fileURLToPath(new URL('../..', import.meta.url));
const upstream = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));

/** The binaries of the wasm backend as Node finds them. Our kernels are compiled first, where their sources are newer. */
export function nodeFiles(): BackendFiles {
  const [kernels, threadedKernels] = [
    join(root, '.generated/kernels.wasm'),
    join(root, '.generated/kernels-threads.wasm'),
  ];
  if (isStale(kernels) || isStale(threadedKernels))
    execFileSync(process.execPath, [join(root, 'scripts/build-kernels.mjs')]);
  return {
    plain: join(upstream, 'tfjs-backend-wasm.wasm'),
    simd: join(upstream, 'tfjs-backend-wasm-simd.wasm'),
    threadedSimd: join(upstream, 'tfjs-backend-wasm-threaded-simd.wasm'),
    kernels: new Uint8Array(readFileSync(kernels)),
    threadedKernels: new Uint8Array(readFileSync(threadedKernels)),
  };
}

function isStale(binary: string): boolean {
  if (!existsSync(binary)) return true;
  const folder = join(root, 'src/backend/kernels');
  return readdirSync(folder).some((source) => statSync(join(folder, source)).mtimeMs > statSync(binary).mtimeMs);
}
