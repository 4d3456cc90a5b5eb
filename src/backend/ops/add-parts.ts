import type { SideModule } from '../wasm/side-module';

interface Parts {
  /** Pointer to the result: `rows` of `columns` floats. */
  to: number;
  /** Pointer to the first thread's part: `rows` of `wide` floats (`columns` where absent). */
  parts: number;
  /** Floats from one thread's part to the next one's. */
  roomFloats: number;
  /** How many parts there are. */
  threads: number;
  rows: number;
  columns: number;
  wide?: number;
  bias?: number;
  relu?: number;
}

/** Adds up what each thread left in its room, then adds a bias, then applies ReLU, on `on` threads. */
export function addParts(side: SideModule, { roomFloats, threads, ...rest }: Parts, on = 1): void {
  const optional = { wide: rest.columns, bias: 0, relu: 0 };
  side.run('addParts', on, { ...optional, ...rest, partFloats: roomFloats, count: threads });
}
