import * as tf from '@tensorflow/tfjs';
import type { TreeNode, TreeOutput } from '../../protocol';
import { describeNode, tensorText } from '../values/describe';
import { shortest } from '../values/number-text';
import type { TensorValues } from '../values/read';
import type { ShowOptions } from './show-options';

/** Limit for the numbers in a tensor's tree. */
const MAX_NUMBERS = 1000;

/** The corner of a tensor whose numbers are written out; a complex number as a pair. */
export function treePart(tensor: tf.Tensor): tf.Tensor {
  if (tensor.dtype === 'complex64') return tf.stack([treePart(tf.real(tensor)), treePart(tf.imag(tensor))], -1);
  if (tensor.rank === 0) return tf.clone(tensor);
  const origin = tensor.shape.map(() => 0);
  return tf.slice(tensor, origin, cornerOf(tensor.shape));
}

/** A tensor as nested lists; a scalar as its number. */
export function tensorTree(tensor: tf.Tensor, values: TensorValues, options: ShowOptions): TreeOutput {
  const items = itemsOf(values, tensor.dtype);
  const size = cornerOf(tensor.shape);
  const named = options.title !== undefined && options.title !== tensorText(tensor) && { title: options.title };
  if (tensor.rank === 0) {
    return { kind: 'tree', ...named, root: { ...describeNode(items[0], options.digits) } };
  }
  const at = { next: 0 };
  const root = branch(items, size, tensor.shape, 0, at, options.digits);
  return { kind: 'tree', ...named, root: { ...root, text: tensorText(tensor), type: 'tensor' } };
}

/** The size of the corner: all of a small tensor, otherwise a few along each axis, most along the last. */
function cornerOf(shape: readonly number[]): number[] {
  let left = MAX_NUMBERS;
  const sizes: number[] = [];
  for (const length of [...shape].reverse()) {
    const limit = Math.max(1, Math.min(left, sizes.length === 0 ? 100 : 20));
    sizes.unshift(Math.min(length, limit));
    left = Math.floor(left / Math.max(1, sizes[0] ?? 1));
  }
  return sizes;
}

function branch(
  items: unknown[],
  size: number[],
  shape: number[],
  axis: number,
  at: { next: number },
  digits: number | undefined,
): TreeNode {
  if (axis === size.length) return describeNode(items[at.next++], digits);
  const count = size[axis] ?? 0;
  const length = shape[axis] ?? 0;
  const children = Array.from({ length: count }, (_, index) => ({
    key: String(index),
    ...branch(items, size, shape, axis + 1, at, digits),
  }));
  return { text: `Array(${length})`, type: 'array', children, ...(length > count && { omitted: length - count }) };
}

function itemsOf(values: TensorValues, dtype: tf.DataType): unknown[] {
  if (dtype === 'complex64') {
    const parts = Array.from(values as ArrayLike<number>, shortest);
    const pairs = Array.from({ length: parts.length / 2 }, (_, at) => [parts[2 * at] ?? 0, parts[2 * at + 1] ?? 0]);
    return pairs.map(([real = 0, imaginary = 0]) => `${real} ${imaginary < 0 ? '−' : '+'} ${Math.abs(imaginary)}i`);
  }
  if (dtype === 'bool') return Array.from(values as ArrayLike<number>, Boolean);
  return dtype === 'string' ? [...(values as string[])] : Array.from(values as ArrayLike<number>, shortest);
}
