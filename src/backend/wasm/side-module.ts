import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs';
import { fieldsOf, kernels, type KernelArguments, type KernelName } from '../abi';
import { deferral, type Deferral } from './deferral';
import type { ThreadPool } from './thread-pool';
import { wasmMemory } from './wasm-memory';

/** Our kernels at work in the memory of one wasm backend. */
export interface SideModule {
  backend: BackendWasm;
  deferral: Deferral;
  /** Values that a ReLU of our kernels made: none is below 0. */
  rectified: WeakSet<object>;
  /**
   * How many threads to use for this many multiply-adds (or floats moved): one if waking others costs more than it saves, and no more
   * than there are `parts` to share.
   */
  threadsFor(work: number, parts?: number): number;
  /** Runs a kernel on `threads` threads. `values` may contain more names than the kernel has. */
  run<Name extends KernelName>(kernel: Name, threads: number, values: KernelArguments<Name>): void;
  /** A pointer to that many floats of scratch, valid until the next call. Take tensors' pointers first: reading one may use scratch. */
  room(floats: number): number;
  /** The address of a tensor's values. */
  pointer(tensor: TensorInfo): number;
}

type RawKernel = (args: number, thread: number, threads: number) => void;

const worthThreads = 50_000;
const kernelNames = Object.keys(kernels) as KernelName[];
const argumentBytes = 4 * Math.max(...kernelNames.map((name) => fieldsOf(name).length));

/** Puts compiled kernels into the backend's memory, where they own only a block of arguments and the scratch. */
export function sideModule(backend: BackendWasm, module: WebAssembly.Module, pool?: ThreadPool): SideModule {
  const { memory, allocate, free } = wasmMemory(backend);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const numbers = new Map(WebAssembly.Module.exports(module).map(({ name }, number) => [name, number]));
  const fields = new Map(kernelNames.map((name) => [name, fieldsOf(name)]));
  const args = allocate(argumentBytes);
  let integerView = new Int32Array(memory.buffer);
  let floatView = new Float32Array(memory.buffer);
  let [scratch, scratchFloats] = [0, 0];

  return {
    backend,
    deferral: deferral(backend),
    rectified: new WeakSet(),
    threadsFor: (work, parts = Infinity) =>
      pool && work >= worthThreads ? Math.max(1, Math.min(pool.threads(), parts)) : 1,
    run(kernel, threads, values: Record<string, number>) {
      if (integerView.buffer !== memory.buffer) {
        integerView = new Int32Array(memory.buffer);
        floatView = new Float32Array(memory.buffer);
      }
      let at = args >>> 2;
      for (const { name, type } of fields.get(kernel)!)
        (type === 'f32' ? floatView : integerView)[at++] = values[name]!;
      const run = exports[kernel] as RawKernel;
      if (threads > 1 && pool) pool.run(numbers.get(kernel)!, args, threads, () => run(args, 0, threads));
      else run(args, 0, 1);
    },
    room(floats) {
      if (floats > scratchFloats) {
        if (scratch) free(scratch);
        // If there is no memory, nothing must take the freed scratch for its own.
        [scratch, scratchFloats] = [0, 0];
        scratch = allocate(floats * 4);
        scratchFloats = floats;
      }
      return scratch;
    },
    pointer: ({ dataId }) => backend.dataIdMap.get(dataId).memoryOffset,
  };
}
