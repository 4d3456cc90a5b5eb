import * as tf from '@tensorflow/tfjs';
import type { TreeNode } from '../../protocol';
import { say } from '../../words';
import { attempt } from './attempt';
import { isLayer, isPlain, isTensor } from './kinds';
import { numberText, shortest } from './number-text';
import { writeOut } from './write-out';

/** Longest text of one node, in characters. */
const LONGEST = 1000;
/** Longest line that writes out a small array or object. */
const PREVIEW = 72;
/** Longest line of `describeFully`, give or take one item. */
const FULL = 240;

/** One line for any value, as `console.log` and the trees of `show` write it: never runs a getter, never throws. */
export function describe(value: unknown, digits?: number): string {
  return describeNode(value, digits).text;
}

/** One line with as much of a value as a reader compares at a glance: `[[1, 2, 3], [4, 5, …], …]`. Numbers of tensors are short. */
export function describeFully(value: unknown): string {
  return writeOut(value, FULL, (leaf) => describe(typeof leaf === 'number' ? shortest(leaf) : leaf)).text;
}

/** The line and the kind of a value. */
export function describeNode(value: unknown, digits?: number): Pick<TreeNode, 'text' | 'type'> {
  switch (typeof value) {
    case 'number':
      return { text: numberText(value, digits), type: 'number' };
    case 'bigint':
      return { text: cut(`${value}n`), type: 'number' };
    case 'string':
      return { text: quote(value), type: 'string' };
    case 'boolean':
      return { text: String(value), type: 'boolean' };
    case 'undefined':
      return { text: 'undefined', type: 'nothing' };
    case 'symbol':
      return { text: cut(String(value)), type: 'other' };
    case 'function':
      return { text: functionText(value), type: 'function' };
    case 'object':
      return value === null ? { text: 'null', type: 'nothing' } : describeObject(value, digits);
  }
}

function describeObject(value: object, digits: number | undefined): Pick<TreeNode, 'text' | 'type'> {
  if (isTensor(value)) return { text: tensorText(value), type: 'tensor' };
  if (isLayer(value)) return { text: `${value.getClassName()} ${quote(value.name)}`, type: 'object' };
  if (attempt(() => value instanceof tf.SymbolicTensor, false)) return symbolic(value);
  if (attempt(() => Array.isArray(value), false)) return { text: shortText(value, digits), type: 'array' };
  if (ArrayBuffer.isView(value)) return { text: `${className(value)}(${lengthOf(value)})`, type: 'array' };
  if (isPlain(value)) return { text: shortText(value, digits), type: 'object' };
  return attempt(() => builtIn(value), undefined) ?? { text: className(value), type: 'object' };
}

function builtIn(value: object): Pick<TreeNode, 'text' | 'type'> | undefined {
  if (value instanceof Map || value instanceof Set)
    return { text: `${className(value)}(${value.size})`, type: 'object' };
  if (value instanceof Date) {
    return { text: Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString(), type: 'other' };
  }
  if (value instanceof RegExp) return { text: cut(String(value)), type: 'other' };
  if (value instanceof Error) return { text: cut(`${value.name}: ${value.message}`), type: 'object' };
  if (value instanceof Promise) return { text: `Promise (${say('lab.notAwaited')})`, type: 'other' };
  if (value instanceof ArrayBuffer) return { text: `ArrayBuffer(${value.byteLength})`, type: 'other' };
  return undefined;
}

/** `Tensor [28, 28, 1] float32`, with a remark if it was disposed. */
export function tensorText(tensor: tf.Tensor): string {
  const kind = tensor instanceof tf.Variable ? 'Variable' : 'Tensor';
  const remark = tensor.isDisposed ? ` (${say('lab.isDisposed')})` : '';
  return `${kind} ${shapeText(tensor.shape)} ${tensor.dtype}${remark}`;
}

/** `[28, 28, 1]`; an open size is `null`. */
export function shapeText(shape: readonly (number | null)[]): string {
  return `[${shape.map((size) => size ?? 'null').join(', ')}]`;
}

function symbolic(value: object): Pick<TreeNode, 'text' | 'type'> {
  const shape = value instanceof tf.SymbolicTensor ? shapeText(value.shape) : '';
  return { text: `SymbolicTensor ${shape}`, type: 'tensor' };
}

/** The name of a value's class, `Object` if it has none. */
function className(value: object): string {
  const name = attempt((): unknown => Object.getPrototypeOf(value)?.constructor?.name, '');
  return typeof name === 'string' && name !== '' ? cut(name) : 'Object';
}

function functionText(value: object): string {
  const name = attempt((): unknown => ('name' in value ? value.name : ''), '');
  const isClass = attempt(() => Function.prototype.toString.call(value).slice(0, 6) === 'class ', false);
  return cut(`${isClass ? 'class' : 'ƒ'} ${typeof name === 'string' && name !== '' ? name : '()'}`);
}

/** A small list or object is written out; a large one says its size. */
function shortText(value: object, digits: number | undefined): string {
  const { text, whole } = writeOut(value, PREVIEW, (leaf) => (isShort(leaf) ? describe(leaf, digits) : undefined));
  if (whole) return text;
  return isPlain(value) ? `Object(${attempt(() => Object.keys(value).length, 0)})` : `Array(${lengthOf(value)})`;
}

function isShort(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

function lengthOf(value: object): number {
  const length = attempt((): unknown => (value as { length?: unknown }).length, 0);
  return typeof length === 'number' ? length : 0;
}

function quote(text: string): string {
  const escaped = JSON.stringify(cut(text))
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`);
  return `'${escaped}'`;
}

/** At most `longest` characters of a text, and how many there were. */
export function cut(text: string, longest = LONGEST): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest)}… (${say('lab.characters', { count: text.length })})`;
}
