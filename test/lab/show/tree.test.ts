import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { describe as lineOf, describeFully } from '../../../src/lab/values/describe';
import { treeOf } from '../../../src/lab/show/tree';
import type { TreeNode } from '../../../src/protocol';
import { useWords } from '../../../src/words';
import { en } from '../../../src/words/en';
import { cpu } from '../on-stage';

beforeAll(async () => {
  useWords(en, 'en');
  await cpu();
});

class Net {
  layers = 2;
}

function nodes(node: TreeNode): number {
  return 1 + (node.children ?? []).reduce((sum, child) => sum + nodes(child), 0);
}

describe('one line for a value', () => {
  it.each<[unknown, string]>([
    [42, '42'],
    [-0, '-0'],
    [12n, '12n'],
    ["it's", String.raw`'it\'s'`],
    ['a\nb', String.raw`'a\nb'`],
    [null, 'null'],
    [undefined, 'undefined'],
    [Symbol('s'), 'Symbol(s)'],
    [[1, 'a', null], "[1, 'a', null]"],
    [
      [
        [1, 2],
        [3, 4],
      ],
      '[[1, 2], [3, 4]]',
    ],
    [
      Array.from({ length: 9 }, () => [1, 2, 3, 4]),
      'Array(9) [[1, 2, 3, …], [1, 2, 3, …], [1, 2, 3, …], [1, 2, 3, …], …]',
    ],
    [[], '[]'],
    [{ loss: 0.5, name: 'x' }, "{ loss: 0.5, name: 'x' }"],
    [{ a: [1] }, '{ a: [1] }'],
    [{ a: new Net() }, '{ a: Net }'],
    [new Float32Array(784), 'Float32Array(784) [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, …]'],
    [new Float32Array([0.1, 1 / 3]), 'Float32Array(2) [0.1, 0.3333]'],
    [[1 / 3, 12345.678, 1e-9 / 3], '[0.3333, 12346, 3.333e-10]'],
    [{ text: 'x'.repeat(100) }, `{ text: '${'x'.repeat(30)}…' }`],
    [new Map([[1, 2]]), 'Map(1)'],
    [new Set([1, 2]), 'Set(2)'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date(NaN), 'Invalid Date'],
    [/x/g, '/x/g'],
    [new RangeError('too far'), 'RangeError: too far'],
    [new ArrayBuffer(8), 'ArrayBuffer(8)'],
    [(a: number) => a, 'ƒ ()'],
    [
      function add(a: number) {
        return a;
      },
      'ƒ add',
    ],
    [Net, 'class Net'],
    [new Net(), 'Net'],
    [Object.create(null), '{}'],
  ])('%#: %s', (value, line) => {
    expect(lineOf(value)).toBe(line);
  });

  it('of tensors, layers and promises', () => {
    const gone = tf.scalar(1);
    gone.dispose();
    expect(lineOf(tf.zeros([3, 3]))).toBe('Tensor [3, 3] float32');
    expect(lineOf(gone)).toBe('Tensor [] float32 (disposed)');
    expect(lineOf(tf.variable(tf.zeros([2])))).toBe('Variable [2] float32');
    expect(lineOf(tf.input({ shape: [4] }))).toBe('SymbolicTensor [null, 4]');
    expect(lineOf(tf.layers.dense({ units: 1, name: 'out' }))).toBe("Dense 'out'");
    expect(lineOf(Promise.resolve())).toBe('Promise (not awaited: write `await` before it)');
  });
});

describe('a value written in full', () => {
  it('is short where its lists are, and ends with an ellipsis where they are not', () => {
    expect(describeFully([[Math.fround(0.1), 2], { a: [true, 'x'] }])).toBe("[[0.1, 2], { a: [true, 'x'] }]");
    const large = Array.from({ length: 100 }, () => Array.from({ length: 100 }, (_, index) => index));
    expect(describeFully(large)).toMatch(/^\[\[0, 1, 2, [\d, ]+ …\], …\]$/);
    expect(describeFully(large).length).toBeLessThan(260);
    expect(describeFully(new Array(1e7).fill(0)).length).toBeLessThan(260);
  });

  it('ends at a circular reference, and runs no getter', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(describeFully(loop).length).toBeLessThan(600);
    const value = {
      get price() {
        throw new Error('no');
      },
    };
    expect(describeFully([value])).toBe('[{ price: … }]');
  });
});

describe('a tree', () => {
  it('unfolds lists, objects, maps, sets and typed arrays', () => {
    const root = treeOf({ list: [1, [2]], map: new Map([['k', { deep: true }]]), set: new Set(['v']), values: new Float32Array([0.1]) }); // prettier-ignore
    expect(root.children?.map(({ key, text }) => `${key}: ${text}`)).toEqual([
      'list: [1, [2]]',
      'map: Map(1)',
      'set: Set(1)',
      'values: Float32Array(1) [0.1]',
    ]);
    expect(root.children?.[0]?.children?.[1]?.children?.[0]).toEqual({ key: '0', text: '2', type: 'number' });
    expect(root.children?.[1]?.children?.[0]).toMatchObject({ key: "'k'", text: '{ deep: true }' });
    expect(root.children?.[3]?.children?.[0]?.text).toBe('0.1');
  });

  it('ends at a circular reference', () => {
    const loop: { self?: unknown; list: unknown[] } = { list: [] };
    loop.self = loop;
    loop.list.push(loop);
    const root = treeOf(loop);
    expect(nodes(root)).toBe(4);
    expect(root.children?.find(({ key }) => key === 'self')?.text).toBe('↻ Object(2)');
  });

  it('never runs a getter', () => {
    let ran = false;
    const value = {
      get price() {
        ran = true;
        throw new Error('no');
      },
    };
    expect(treeOf(value).children).toEqual([{ key: 'price', text: '(…)', type: 'other' }]);
    expect(ran).toBe(false);
  });

  it('survives a proxy that refuses everything', () => {
    const refuse = (): never => {
      throw new Error('refused');
    };
    const hostile = new Proxy({}, { get: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse, has: refuse }); // prettier-ignore
    expect(treeOf({ hostile }).children?.[0]).toMatchObject({ key: 'hostile', type: 'object' });
  });

  it('is bounded in breadth, depth, size and text', () => {
    const deep: Record<string, unknown> = {};
    let at = deep;
    for (let level = 0; level < 1000; level++) at = at['next'] = {} as Record<string, unknown>;
    expect(nodes(treeOf(deep))).toBeLessThan(12);
    expect(treeOf(Array.from({ length: 5000 }, () => 1))).toMatchObject({
      text: expect.stringMatching(/^Array\(5000\) \[1, 1, .*…\]$/) as unknown,
      omitted: 4900,
    });
    const wide = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => [1]));
    expect(nodes(treeOf(wide))).toBeLessThanOrEqual(2001);
    expect(treeOf(['x'.repeat(1e6)]).children?.[0]?.text.length).toBeLessThan(1100);
    expect(treeOf('x'.repeat(1e6)).text).toMatch(/x… \(1,000,000 characters\)$/);
  });

  it('never walks over ten million elements', () => {
    let read = 0;
    const counting = new Proxy(new Array<number>(1e7).fill(0), {
      getOwnPropertyDescriptor: (list, key) => {
        read += 1;
        return Reflect.getOwnPropertyDescriptor(list, key);
      },
    });
    const root = treeOf({ counting, values: new Float64Array(1e7), holes: new Array(1e9) });
    expect(root.children?.map(({ omitted }) => omitted)).toEqual([1e7 - 100, 1e7 - 100, 1e9 - 100]);
    expect(read).toBeLessThan(200);
  });

  it('of a layer says what it was made with', () => {
    const root = treeOf(tf.layers.conv2d({ filters: 3, kernelSize: 5, name: 'edges' }));
    expect(root.text).toBe("Conv2D 'edges'");
    expect(root.children?.find(({ key }) => key === 'kernelSize')?.text).toBe('[5, 5]');
  });
});
