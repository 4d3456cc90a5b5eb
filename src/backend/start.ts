import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths, type BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { BackendName, BackendReport } from '../protocol';
import { say } from '../words';
import { readBinary, type BackendFiles } from './files';
import { installKernels } from './install-kernels';
import { withoutPthreads } from './without-pthreads';
import { controlBytes, startThreads } from './thread-pool';
import { wasmMemory } from './wasm-memory';
import { repairGradients } from './repair-gradients';
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
  repairGradients();
  const { name, reason } = choose(options.preferred);
  for (const candidate of [name, 'wasm', 'cpu'] as const) {
    const threads = await set(candidate, options);
    if (!threads) continue;
    const why = candidate === name ? reason : say('backend.fell', { wanted: name, got: candidate });
    return { name: candidate, reason: why, threads };
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

async function set(name: BackendName, options: StartOptions): Promise<number> {
  if (name === 'wasm') return startWasm(options);
  return (await tf.setBackend(name)) ? 1 : 0;
}

/** tfjs forgets a backend's factory when the backend is removed. */
const wasmFactory = tf.findBackendFactory('wasm');

/** Starts tfjs's wasm backend with our kernels; gives the number of threads that train, 0 where it does not start. */
async function startWasm({ files, threads = defaultThreads() }: StartOptions): Promise<number> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': files.plain,
    'tfjs-backend-wasm-simd.wasm': files.simd,
    'tfjs-backend-wasm-threaded-simd.wasm': files.threadedSimd,
  });
  setThreadsCount(1);
  if (!tf.findBackendFactory('wasm')) tf.registerBackend('wasm', wasmFactory);
  if (!(await withoutPthreads(() => tf.setBackend('wasm')))) return 0;
  const backend = tf.backend() as BackendWasm;
  const { shared, memory, allocate } = wasmMemory(backend);
  const module = await WebAssembly.compile(await readBinary(shared ? files.threadedKernels : files.kernels));
  const pool = shared && threads > 1 ? await startThreads(threads, module, memory, allocate(controlBytes)) : undefined;
  installKernels(backend, module, pool);
  return pool?.threads() ?? 1;
}

/** All processors of a small machine, half of a larger one's: of those, every second is but the other half of a core. */
function defaultThreads(): number {
  const processors = navigator.hardwareConcurrency;
  return processors <= 4 ? processors : Math.min(8, Math.ceil(processors / 2));
}
