import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** What we use of the backend beyond its types: private API of tfjs-backend-wasm 4.22.0, which a test holds to this shape. */
interface Emscripten {
  /** The plain build. */
  asm?: { memory?: WebAssembly.Memory };
  /** The build with threads. */
  wasmMemory?: WebAssembly.Memory;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

export interface WasmMemory {
  memory: WebAssembly.Memory;
  shared: boolean;
  /** A pointer to that many new bytes, at the start of a cache line. It may grow the memory: take views after it. */
  allocate(bytes: number): number;
  free(pointer: number): void;
}

const line = 64;

/** The memory in which tfjs's wasm backend keeps its tensors. */
export function wasmMemory(backend: BackendWasm): WasmMemory {
  const emscripten = backend.wasm as unknown as Emscripten;
  const memory = emscripten.wasmMemory ?? emscripten.asm?.memory;
  if (!memory) throw new Error('this version of tfjs-backend-wasm keeps its memory elsewhere');
  const origins = new Map<number, number>();
  return {
    memory,
    shared: typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer,
    allocate(bytes) {
      const origin = emscripten._malloc(bytes + line) >>> 0;
      if (origin === 0) throw new RangeError(`no room for ${bytes} bytes`);
      const pointer = Math.ceil(origin / line) * line;
      origins.set(pointer, origin);
      return pointer;
    },
    free(pointer) {
      const origin = origins.get(pointer);
      if (origin !== undefined) emscripten._free(origin);
      origins.delete(pointer);
    },
  };
}

/**
 * Gives a tensor whose values were rewritten in place a new number inside the wasm module. XNNPACK keeps packed weights by the old
 * number, and would continue to use the old values.
 */
export function renew(backend: BackendWasm, dataId: object): void {
  const numbered = backend as unknown as { dataIdNextNumber: number };
  const record = backend.dataIdMap.get(dataId);
  backend.wasm.tfjs.disposeData(record.id);
  record.id = numbered.dataIdNextNumber++;
  backend.wasm.tfjs.registerTensor(
    record.id,
    record.shape.reduce((product, size) => product * size, 1),
    record.memoryOffset,
  );
}
