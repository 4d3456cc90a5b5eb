import type { TreeNode } from '../../protocol';
import { attempt } from '../values/attempt';
import { cut, describe, describeNode, sizeText } from '../values/describe';
import { isLayer, isTensor } from '../values/kinds';
import { shortest } from '../values/number-text';

/** Limit for the children of one node. */
const CHILDREN = 100;
/** Limit for the levels below the root. */
const DEPTH = 8;
/** Limit for the nodes of a tree, which a page can still hold without effort. */
const NODES = 2000;
/** Longest text shown as it is, in characters. */
const TEXT = 20_000;

/** Stands for a value that only a getter could read, which would run the reader's code. */
const hidden = Symbol('a getter');
type Part = [key: string, value: unknown];
interface Parts {
  size: number;
  first(count: number): Part[];
}
interface Place {
  node: TreeNode;
  value: unknown;
  depth: number;
  above: Place | undefined;
}

/**
 * Any value as a tree of at most 2,000 nodes, 8 levels and 100 children a node. It grows breadth first, so that a deep branch
 * cannot use up the nodes of its neighbours. Getters are not run, and ↻ marks a circular reference.
 * @param digits decimals of the numbers
 * @param most nodes, if fewer
 */
export function treeOf(value: unknown, digits?: number, most = NODES): TreeNode {
  if (typeof value === 'string') return { text: cut(value, TEXT), type: 'string' };
  const root: TreeNode = describeNode(value, digits);
  const places: Place[] = [{ node: root, value, depth: 0, above: undefined }];
  let budget = most;
  for (const place of places) {
    const parts = attempt(() => partsOf(place.value, place.depth), undefined);
    if (!parts || parts.size === 0) continue;
    const count = place.depth === DEPTH ? 0 : Math.min(parts.size, CHILDREN, budget);
    const shown = attempt(() => parts.first(count), []);
    budget -= shown.length;
    place.node.children = shown.map(([key, child]) => grow(key, child, place, places, digits));
    if (parts.size > shown.length) place.node.omitted = parts.size - shown.length;
  }
  return root;
}

function grow(key: string, value: unknown, above: Place, places: Place[], digits: number | undefined): TreeNode {
  if (value === hidden) return { key, text: '(…)', type: 'other' };
  if (isAncestor(value, above)) return { key, text: `↻ ${sizeText(value)}`, type: 'other' };
  const node: TreeNode = { key, ...describeNode(value, digits) };
  places.push({ node, value, depth: above.depth + 1, above });
  return node;
}

function isAncestor(value: unknown, place: Place): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (let at: Place | undefined = place; at; at = at.above) if (at.value === value) return true;
  return false;
}

function partsOf(value: unknown, depth: number): Parts | undefined {
  if (typeof value !== 'object' || value === null || isTensor(value)) return undefined;
  // A layer refers to its whole graph. Its configuration says more.
  if (isLayer(value)) return depth === 0 ? properties(value.getConfig()) : undefined;
  if (Array.isArray(value)) return indexed(value.length, (at) => elementAt(value, at));
  if (value instanceof Float32Array) return indexed(value.length, (at) => shortest(value[at] ?? NaN));
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const items = value as unknown as ArrayLike<unknown>;
    return indexed(items.length, (at) => items[at]);
  }
  if (value instanceof Map) return iterated(value.size, value, ([key, item]) => [describe(key), item]);
  if (value instanceof Set) return iterated(value.size, value, (item, at) => [String(at), item]);
  if (value instanceof Date || value instanceof RegExp || value instanceof Promise) return undefined;
  return properties(value);
}

/** An array's element, read without running a getter that someone may have defined there. */
function elementAt(array: unknown[], at: number): unknown {
  return ownValue(array, String(at));
}

function ownValue(value: object, key: string): unknown {
  const own = attempt(() => Object.getOwnPropertyDescriptor(value, key), undefined);
  if (!own) return undefined;
  return 'value' in own ? own.value : hidden;
}

function indexed(size: number, at: (index: number) => unknown): Parts {
  return { size, first: (count) => Array.from({ length: count }, (_, index) => [String(index), at(index)]) };
}

function iterated<T>(size: number, values: Iterable<T>, part: (value: T, at: number) => Part): Parts {
  return {
    size,
    first(count) {
      const parts: Part[] = [];
      for (const value of values) {
        if (parts.length === count) break;
        parts.push(part(value, parts.length));
      }
      return parts;
    },
  };
}

function properties(value: object): Parts {
  const keys = Object.keys(value);
  return {
    size: keys.length,
    first: (count) => keys.slice(0, count).map((key) => [cut(key, 200), ownValue(value, key)]),
  };
}
