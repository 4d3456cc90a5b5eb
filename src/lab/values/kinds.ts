import * as tf from '@tensorflow/tfjs';
import { attempt } from './attempt';

/** True for a tensor, live or disposed. False for a proxy that throws. */
export function isTensor(value: unknown): value is tf.Tensor {
  return typeof value === 'object' && value !== null && attempt(() => value instanceof tf.Tensor, false);
}

/** A layers model, Sequential or functional. */
export function isModel(value: unknown): value is tf.LayersModel {
  return typeof value === 'object' && value !== null && attempt(() => value instanceof tf.LayersModel, false);
}

/** A layer, models included: a model is a layer of a larger one. */
export function isLayer(value: unknown): value is tf.layers.Layer {
  return typeof value === 'object' && value !== null && attempt(() => value instanceof tf.layers.Layer, false);
}

/** An object literal, or what JSON would give. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const parent: unknown = attempt(() => Object.getPrototypeOf(value), undefined);
  return parent === Object.prototype || parent === null;
}

/** A typed array whose elements are numbers, not bigints. */
export type NumberArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** True for a typed array of numbers. */
export function isNumberArray(value: unknown): value is NumberArray {
  return (
    ArrayBuffer.isView(value) &&
    !(value instanceof DataView) &&
    !(value instanceof BigInt64Array) &&
    !(value instanceof BigUint64Array)
  );
}
