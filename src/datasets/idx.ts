import { say } from '../words';

/** The contents of an IDX file: `values` in row-major order of `shape`. */
export interface IdxArray {
  shape: number[];
  values: Uint8Array;
}

const uint8Type = 8;

/**
 * Reads the IDX format of MNIST (http://yann.lecun.com/exdb/mnist/) with unsigned bytes: two zero bytes, the type (8), the number of
 * dimensions, each dimension as a big-endian uint32, then the values. Throws an error with `name` in it for bytes of another kind or length.
 */
export function parseIdx(bytes: Uint8Array, name: string): IdxArray {
  const corrupt = (): never => {
    throw new Error(say('datasets.corrupt', { path: name }));
  };
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== uint8Type) corrupt();
  const dimensions = bytes[3] ?? 0;
  const start = 4 + 4 * dimensions;
  if (dimensions === 0 || bytes.length < start) corrupt();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: dimensions }, (_, axis) => view.getUint32(4 + 4 * axis));
  const values = bytes.subarray(start);
  if (values.length !== shape.reduce((product, size) => product * size, 1)) corrupt();
  return { shape, values };
}
