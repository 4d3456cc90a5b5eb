import { gzipSync } from 'node:zlib';
import type { ArrayForm } from '../array-forms';

type Written = [form: ArrayForm, bytes: Uint8Array];

/**
 * An array in the form that packs smallest, see `arrayForms`.
 *
 * @throws Error for an array type that no output has
 */
export function writeArray(array: ArrayBufferView): Written {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  if (array instanceof Float32Array) return writeFloats(array, bytes);
  if (array instanceof Int32Array) return ['Int32Array', bytes];
  if (array instanceof Uint8Array) return ['Uint8Array', bytes];
  if (array instanceof Uint8ClampedArray) return ['Uint8ClampedArray', bytes];
  throw new Error(`kept: an output has a ${array.constructor.name}, which has no form yet`);
}

function writeFloats(array: Float32Array, bytes: Uint8Array): Written {
  // No form but the last two knows −0, which every test of equality but Object.is takes for 0.
  const isWhole = (least: number, most: number): boolean =>
    array.every((value) => Number.isInteger(value) && value >= least && value <= most && !Object.is(value, -0));
  const shares = Uint8Array.from(array, (value) => Math.round(value * 255));
  if (array.every((value, at) => Object.is(value, Math.fround((shares[at] ?? 0) / 255)))) return ['share', shares];
  if (isWhole(-128, 127)) return ['int8', new Uint8Array(Int8Array.from(array).buffer)];
  if (isWhole(-32768, 32767)) return ['int16', new Uint8Array(Int16Array.from(array).buffer)];
  const planes = toPlanes(bytes);
  return gzipSync(planes).length < gzipSync(bytes).length ? ['planes', planes] : ['float32', bytes];
}

function toPlanes(bytes: Uint8Array): Uint8Array {
  const length = bytes.length / 4;
  return Uint8Array.from(bytes, (_, at) => bytes[(at % length) * 4 + Math.floor(at / length)] ?? 0);
}
