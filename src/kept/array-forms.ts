/**
 * How a typed array is written. A Float32Array whose values are all k/255, or all small whole numbers, needs one or two bytes for each;
 * another is written as it is or byte by byte (all lowest bytes first), whichever packs smaller. Every form gives back the same bits.
 */
export const arrayForms = {
  /** Whole numbers k of 0 to 255, for the values k/255. */
  share: { bytes: 1, read: (bytes: Uint8Array) => Float32Array.from(bytes, (value) => value / 255) },
  int8: { bytes: 1, read: (bytes: Uint8Array) => Float32Array.from(new Int8Array(bytes.buffer)) },
  int16: { bytes: 2, read: (bytes: Uint8Array) => Float32Array.from(new Int16Array(bytes.buffer)) },
  float32: { bytes: 4, read: (bytes: Uint8Array) => new Float32Array(bytes.buffer) },
  planes: { bytes: 4, read: (bytes: Uint8Array) => new Float32Array(fromPlanes(bytes).buffer) },
  Int32Array: { bytes: 4, read: (bytes: Uint8Array) => new Int32Array(bytes.buffer) },
  Uint8Array: { bytes: 1, read: (bytes: Uint8Array) => bytes },
  Uint8ClampedArray: { bytes: 1, read: (bytes: Uint8Array) => new Uint8ClampedArray(bytes.buffer) },
} as const;

export type ArrayForm = keyof typeof arrayForms;

function fromPlanes(planes: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = planes.length / 4;
  return Uint8Array.from(planes, (_, at) => planes[(at % 4) * length + (at >> 2)] ?? 0);
}
