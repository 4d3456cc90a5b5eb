import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths, type BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { readBinary, type BackendFiles } from './files';
import { installKernels } from './ops/install-kernels';
import { controlBytes, startThreads, type ThreadPool } from './wasm/thread-pool';
import { wasmMemory } from './wasm/wasm-memory';
import { withoutPthreads } from './wasm/without-pthreads';

/** tfjs forgets a backend's factory when the backend is removed. */
const wasmFactory = tf.findBackendFactory('wasm');

/** The backend that has our kernels, and its threads: a second start of the same backend has nothing to do. */
let started: { backend: BackendWasm; pool: ThreadPool | undefined; threads: number } | undefined;

let compiled: Promise<WebAssembly.Module> | undefined;

/** Our kernels, fetched and compiled while tfjs starts its own; once, unless that fails. */
function compileOurs(files: BackendFiles): Promise<WebAssembly.Module> {
  compiled ??= readOurs(files).then((bytes) => WebAssembly.compile(bytes));
  compiled.catch(() => (compiled = undefined));
  return compiled;
}

async function readOurs(files: BackendFiles): Promise<Uint8Array<ArrayBuffer>> {
  // The condition on which tfjs takes its build for a shared memory.
  const shared = await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT');
  return readBinary(shared ? files.threadedKernels : files.kernels);
}

/** Starts tfjs's wasm backend with our kernels; returns the number of threads that train, 0 if it does not start. */
export async function startWasm({
  files,
  threads = defaultThreads(),
  addressOf = blobAddress,
}: {
  files: BackendFiles;
  threads?: number;
  addressOf?: (script: string) => string;
}): Promise<number> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': files.plain,
    'tfjs-backend-wasm-simd.wasm': files.simd,
    'tfjs-backend-wasm-threaded-simd.wasm': files.threadedSimd,
  });
  setThreadsCount(1);
  // All current browsers have SIMD; without it our kernels do not compile.
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) return 0;
  void compileOurs(files);
  const factory = tf.findBackendFactory('wasm');
  if ((!factory || factory === wasmFactory) && !(await makeBackend())) return 0;
  await tf.setBackend('wasm');
  const backend = tf.backend() as BackendWasm;
  if (started?.backend === backend) return started.threads;
  started?.pool?.end();
  const { shared, memory, allocate } = wasmMemory(backend);
  const module = await compileOurs(files);
  // Where a policy forbids workers from blobs, one thread does all the work.
  const pool =
    shared && threads > 1
      ? await startThreads(threads, module, memory, allocate(controlBytes), addressOf).catch(() => undefined)
      : undefined;
  installKernels(backend, module, pool);
  started = { backend, pool, threads: pool?.threads() ?? 1 };
  return started.threads;
}

const blobAddress = (script: string): string => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

/**
 * Makes the backend before it is set. While tfjs itself makes one, no backend is ready, so a cell that computes meanwhile (because its
 * graphics card was lost) would fail.
 */
async function makeBackend(): Promise<boolean> {
  const made = await withoutPthreads(async () => wasmFactory()).catch(() => undefined);
  if (!made) return false;
  if (tf.findBackendFactory('wasm')) tf.removeBackend('wasm');
  return tf.registerBackend('wasm', () => made);
}

/** All processors of a small machine, half of a larger one's: there, two processors are usually two threads of one core. */
function defaultThreads(): number {
  const processors = navigator.hardwareConcurrency;
  return processors <= 4 ? processors : Math.min(8, Math.ceil(processors / 2));
}
