import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths, type BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { BackendName, BackendReport } from '../protocol';
import { say } from '../words';
import { readBinary, type BackendFiles } from './files';
import { installKernels } from './install-kernels';
import { wasmMemory } from './wasm-memory';
import { isSoftwareRenderer, webglRenderer } from './renderer';

export interface StartOptions {
  files: BackendFiles;
  /** The reader's own choice; without it the device decides. */
  preferred?: BackendName;
  /** At most so many threads on a cross-origin-isolated page; all processors, up to 8, when absent. */
  threads?: number;
}

/** Sets tfjs's backend to the fastest that this device trains on, and says which and why. Call it once, before the first tensor. */
export async function startBackend(options: StartOptions): Promise<BackendReport> {
  const { name, reason } = choose(options.preferred);
  for (const candidate of [name, 'wasm', 'cpu'] as const) {
    if (!(await set(candidate, options))) continue;
    const why = candidate === name ? reason : say('backend.fell', { wanted: name, got: candidate });
    return { name: candidate, reason: why, threads: 1 };
  }
  throw new Error(say('backend.none'));
}

function choose(preferred: BackendName | undefined): { name: BackendName; reason: string } {
  if (preferred) return { name: preferred, reason: say('backend.chosen', { name: preferred }) };
  const card = webglRenderer();
  if (!card) return { name: 'wasm', reason: say('backend.noCard') };
  if (isSoftwareRenderer(card)) return { name: 'wasm', reason: say('backend.softwareCard', { card }) };
  return { name: 'webgl', reason: say('backend.card', { card }) };
}

async function set(name: BackendName, { files, threads }: StartOptions): Promise<boolean> {
  if (name === 'wasm') {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': files.plain,
      'tfjs-backend-wasm-simd.wasm': files.simd,
      'tfjs-backend-wasm-threaded-simd.wasm': files.threadedSimd,
    });
    if (threads) setThreadsCount(threads);
  }
  if (!(await tf.setBackend(name))) return false;
  await tf.ready();
  if (name === 'wasm') {
    const backend = tf.backend() as BackendWasm;
    const { shared } = wasmMemory(backend);
    const bytes = await readBinary(shared ? files.threadedKernels : files.kernels);
    installKernels(backend, await WebAssembly.compile(bytes));
  }
  return true;
}
