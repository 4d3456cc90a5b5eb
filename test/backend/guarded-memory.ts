import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { wasmMemory } from '../../src/backend/wasm/wasm-memory';

interface Allocator {
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

/** Bytes before and after each block; more than a kernel that is off by a row of a small tensor would pass over. */
const guard = 256;
const pattern = 0xa5;

/** Finds writes outside of what a backend's JavaScript has allocated: tensors, our scratch, arguments. */
export interface GuardedMemory {
  /** How many guard bytes were overwritten since the last call. */
  damage(): number;
  end(): void;
}

/** Puts guard bytes around every block that is allocated from now on. */
export function guardMemory(backend: BackendWasm): GuardedMemory {
  const { memory } = wasmMemory(backend);
  const allocator = backend.wasm as unknown as Allocator;
  // The first call of each puts another function in its own place.
  allocator._free(allocator._malloc(1));
  const { _malloc: malloc, _free: free } = allocator;
  const sizes = new Map<number, number>();
  const guardsOf = (pointer: number): Uint8Array[] => [
    new Uint8Array(memory.buffer, pointer - guard, guard),
    new Uint8Array(memory.buffer, pointer + (sizes.get(pointer) ?? 0), guard),
  ];
  let found = 0;
  const inspect = (pointer: number): void => {
    for (const bytes of guardsOf(pointer)) {
      found += bytes.reduce((count, byte) => count + Number(byte !== pattern), 0);
      bytes.fill(pattern);
    }
  };

  allocator._malloc = (bytes) => {
    const pointer = (malloc(bytes + 2 * guard) >>> 0) + guard;
    sizes.set(pointer, bytes);
    for (const side of guardsOf(pointer)) side.fill(pattern);
    return pointer;
  };
  allocator._free = (pointer) => {
    if (!sizes.has(pointer)) return free(pointer);
    inspect(pointer);
    sizes.delete(pointer);
    return free(pointer - guard);
  };
  return {
    damage() {
      for (const pointer of sizes.keys()) inspect(pointer);
      const now = found;
      found = 0;
      return now;
    },
    end() {
      // What is allocated still has its guards, and is freed by the function that knows them.
      allocator._malloc = malloc;
    },
  };
}
