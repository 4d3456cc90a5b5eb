import * as tf from '@tensorflow/tfjs';
import type { TreeNode } from '../../protocol';
import { say } from '../../words';
import { attempt } from './attempt';
import { isLayer, isNumberArray, isPlain, isTensor } from './kinds';
import { numberText, readable, shortest } from './number-text';
import { writeOut } from './write-out';

/** Longest text of one node, in characters. */
const LONGEST = 1000;
/** Longest line that writes out a small list or object. */
const PREVIEW = 72;
/** Of what is larger: characters, items of what is inside, levels, and characters of a text inside. */
const PART = { characters: 56, items: 3, levels: 3 };
const PART_TEXT = 30;
/** Longest line of `describeFully`, give or take one item. */
const FULL = 240;

/** One line for any value, as `console.log` and the trees of `show` write it: never runs a getter, never throws. */
export function describe(value: unknown, digits?: number): string {
  return describeNode(value, digits).text;
}

/** One line with as much of a value as a reader compares at a glance: `[[1, 2, 3], [4, 5, …], …]`. Numbers of tensors are short. */
export function describeFully(value: unknown): string {
  return writeOut(value, { characters: FULL }, (leaf) => describe(typeof leaf === 'number' ? shortest(leaf) : leaf))
    .text;
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
  if (isList(value)) return { text: preview(value, digits).text, type: 'array' };
  if (ArrayBuffer.isView(value)) return { text: `${className(value)}(${lengthOf(value)})`, type: 'array' };
  if (isPlain(value)) return { text: preview(value, digits).text, type: 'object' };
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

let names: ReadonlyMap<unknown, string> | undefined;

/** What tfjs calls its classes to the outside. */
function publicNames(): ReadonlyMap<unknown, string> {
  if (names) return names;
  const all: [string, unknown][] = Object.entries({ ...tf.data, ...tf });
  const classes = all.filter(([name, value]) => typeof value === 'function' && /^[A-Z]/.test(name));
  names = new Map(classes.map(([name, value]) => [value, name]));
  return names;
}

/** The name of a value's class, `Object` if it has none. Classes of tfjs lose theirs in the build, so they are known by themselves. */
function className(value: object): string {
  const made = attempt((): unknown => Object.getPrototypeOf(value)?.constructor, undefined);
  const name = publicNames().get(made) ?? attempt((): unknown => (made as { name?: unknown } | undefined)?.name, '');
  return typeof name === 'string' && name !== '' ? cut(name) : 'Object';
}

function functionText(value: object): string {
  const name = attempt((): unknown => ('name' in value ? value.name : ''), '');
  const isClass = attempt(() => Function.prototype.toString.call(value).slice(0, 6) === 'class ', false);
  return cut(`${isClass ? 'class' : 'ƒ'} ${typeof name === 'string' && name !== '' ? name : '()'}`);
}

/** One line for a value, and whether the value holds nothing more than the line says. */
export interface Preview {
  text: string;
  whole: boolean;
}

/**
 * The line of `describe`, in which a list or an object is written out: all of a small one, of a large one its beginning and the beginnings
 * of what is inside, `Float32Array(10) [0.0985, 0.112, …]`. Numbers inside have 4 digits.
 */
export function preview(value: unknown, digits?: number): Preview {
  if (!isList(value) && !isPlain(value)) {
    return { text: describe(value, digits), whole: typeof value !== 'object' || value === null || isTensor(value) };
  }
  let whole = true;
  const leaf = (inside: unknown, longest?: number): string => {
    const number = typeof inside === 'number' && digits === undefined ? readable(inside) : inside;
    if (number !== inside || !isShort(inside)) whole = false;
    return describe(longest !== undefined && typeof inside === 'string' ? cutShort(inside, longest) : number, digits);
  };
  const all = writeOut(value, { characters: PREVIEW }, leaf);
  if (all.whole) return { text: all.text, whole };
  const some = writeOut(value, PART, (inside) => leaf(inside, PART_TEXT));
  const size = attempt(() => Array.isArray(value), false) ? `${sizeText(value)} ` : '';
  return { text: size + some.text, whole: false };
}

/** What a value is and how much it holds, `Array(3)` or `Object(2)`, without what it holds. */
export function sizeText(value: unknown): string {
  if (attempt(() => Array.isArray(value), false)) return `Array(${lengthOf(value as object)})`;
  return isPlain(value) ? `Object(${attempt(() => Object.keys(value).length, 0)})` : describe(value);
}

/** An array, or a typed array of numbers. */
function isList(value: unknown): value is object {
  return attempt(() => Array.isArray(value), false) || isNumberArray(value);
}

function isShort(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

function cutShort(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
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
