import { describe, expect, it } from 'vitest';
import { readFromKernel, type FromKernel, type Output } from '../../src/protocol';
import { kinds, picture, sample, samples } from '../outputs/samples';

const backend = { name: 'wasm', reason: 'The fastest on this device.', threads: 2 } as const;
const memory = { tensors: 3, bytes: 120 };
const around = (output: unknown): unknown => ({ kind: 'output', run: 4, cell: 'edges', slot: '0', output });
const planes = {
  count: 1,
  height: 2,
  width: 3,
  values: new Float32Array(6),
  scale: 'grey',
  range: [0, 1],
};

describe('a message of the kernel', () => {
  const news: FromKernel[] = [
    { kind: 'ready', backend },
    { kind: 'broken', message: 'no WebAssembly' },
    { kind: 'warming', message: 'compiling' },
    { kind: 'moved', backend, message: 'The graphics card was lost.' },
    { kind: 'started', run: 4, cell: 'edges' },
    { kind: 'finished', run: 4, cell: 'edges', outcome: 'done', milliseconds: 3.5, memory },
  ];
  it.each(news)('of kind $kind is read whole', (message) => {
    expect(readFromKernel(structuredClone(message))).toStrictEqual(message);
  });

  it.each(kinds)('with an output of kind %s is read whole', (kind) => {
    expect(readFromKernel(structuredClone(around(sample(kind))))).toStrictEqual(around(sample(kind)));
  });

  it('may carry values that are no finite numbers', () => {
    const values = Float32Array.from([NaN, Infinity, -Infinity, 0]);
    const output: Output = { ...samples['heat-map'], rows: 2, columns: 2, values, range: [NaN, Infinity] };
    expect(readFromKernel(around(output))).toStrictEqual(around(output));
  });

  it('loses fields that its type has not', () => {
    const output = { ...samples.file, html: '<b>', __proto__: { polluted: true } };
    const read = readFromKernel(structuredClone({ ...(around(output) as object), extra: 1 }));
    expect(read).toStrictEqual(around(samples.file));
  });

  it('may name numbers as every object’s fields are named, and does no harm with it', () => {
    const numbers: unknown = JSON.parse('{"loss":1,"__proto__":{"polluted":1},"constructor":2}');
    const read = readFromKernel(around({ ...samples.training, numbers }));
    expect(read).toStrictEqual(around({ ...samples.training, numbers: { loss: 1 } }));
    expect('polluted' in {}).toBe(false);
  });
});

/** A list of `depth` lists, one in the other. */
const nest = (depth: number): unknown => {
  let value: unknown = [];
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
};
const holes = (length: number): unknown[] => {
  const list: unknown[] = [];
  list.length = length;
  return list;
};
const wide = (count: number): unknown[] => Array.from({ length: count }, () => 0);
const loop: { kind: string; self?: unknown } = { kind: 'started' };
loop.self = loop;

describe('what is no message of the kernel', () => {
  const { 'heat-map': map, images, confusion, architecture, network, replay, overlay, control, tree, chart } = samples;
  const [layer] = network.layers;
  const forged: [string, unknown][] = [
    ['undefined', undefined],
    ['null', null],
    ['a text', 'started'],
    ['a number', 7],
    ['a big integer', 7n],
    ['a list', [{ kind: 'started', run: 1, cell: 'a' }]],
    ['a map', new Map([['kind', 'started']])],
    ['an empty object', {}],
    ['a kind that every object has', { kind: 'constructor' }],
    ['the kind __proto__', { kind: '__proto__', run: 1, cell: 'a' }],
    ['a kind that is no text', { kind: { toString: () => 'started' }, run: 1, cell: 'a' }],
    ['an edit', { kind: 'edit', cell: 'edges', source: 'alert(1)' }],
    ['an added cell', { kind: 'insert', name: 'scratch-1', place: { after: '', rank: 0 }, source: '1' }],
    ['a request to run', { kind: 'run', cell: 'edges' }],
    ['the removal of a cell', { kind: 'remove', cell: 'edges' }],
    ['values of controls', { kind: 'controls', cell: 'edges', controls: {} }],
    ['a restart', { kind: 'restart' }],
    ['a message that goes to the kernel', { kind: 'stop' }],
    ['ready without a backend', { kind: 'ready' }],
    ['moved without a backend', { kind: 'moved', message: 'gone' }],
    ['a backend of another name', { kind: 'ready', backend: { ...backend, name: 'quantum' } }],
    ['a backend with half a thread', { kind: 'ready', backend: { ...backend, threads: 0.5 } }],
    ['a run that is a text', { kind: 'started', run: '4', cell: 'edges' }],
    ['a run that is no number', { kind: 'started', run: NaN, cell: 'edges' }],
    ['a run below zero', { kind: 'started', run: -1, cell: 'edges' }],
    ['a cell of a list', { kind: 'started', run: 4, cell: ['edges'] }],
    ['a cell whose name is endless', { kind: 'started', run: 4, cell: 'e'.repeat(1e6) }],
    [
      'an outcome of another name',
      { kind: 'finished', run: 4, cell: 'edges', outcome: 'won', milliseconds: 1, memory },
    ],
    ['a run without its memory', { kind: 'finished', run: 4, cell: 'edges', outcome: 'done', milliseconds: 1 }],
    ['an object that holds itself', loop],
    ['an output of no kind', around({})],
    ['an output of an unknown kind', around({ kind: 'html', text: '<script>' })],
    ['no slot', { kind: 'output', run: 4, cell: 'edges', output: tree }],
    ['a heat map of 10⁵ × 10⁵', around({ ...map, rows: 1e5, columns: 1e5 })],
    ['a heat map of −3 × −3', around({ ...map, rows: -3, columns: -3 })],
    ['a heat map of texts', around({ ...map, values: Array.from(map.values, String) })],
    ['a heat map of bytes', around({ ...map, values: new Uint8Array(9) })],
    ['a range of one end', around({ ...map, range: [0] })],
    ['a range of three ends', around({ ...map, range: [0, 1, 2] })],
    ['a picture of two channels', around({ ...images, images: [{ ...picture(0), channels: 2 }] })],
    ['a picture with a value too few', around({ ...images, images: [{ ...picture(0), values: new Float32Array(8) }] })],
    ['a picture without pixels', around({ ...images, images: [picture(0, { width: 0, values: new Float32Array() })] })],
    ['an unknown scale', around({ ...images, images: [{ ...picture(0), scale: 'constructor' }] })],
    ['values in shared memory', around({ ...map, values: new Float32Array(new SharedArrayBuffer(36)) })],
    ['a million pictures in one list', around({ ...images, images: wide(1e6) })],
    ['a list of a thousand million holes', around({ ...images, images: holes(2 ** 31) })],
    ['counts that fit no classes', around({ ...confusion, classes: ['a', 'b'] })],
    ['an example of no class', around({ ...confusion, examples: [{ ...confusion.examples[0], row: 3 }] })],
    ['an edge to no node', around({ ...architecture, edges: [{ from: 0, to: 9, shape: '' }] })],
    ['an edge backwards', around({ ...architecture, edges: [{ from: 3, to: 1, shape: '' }] })],
    ['a layer that reads itself', around({ ...network, layers: [{ ...layer, from: [0] }] })],
    ['a layer by an unknown rule', around({ ...network, layers: [{ ...layer, rule: { by: 'magic' } }] })],
    ['a moment that lacks a view', around({ ...replay, moments: [{ epochs: 0, steps: 0, looks: [null] }] })],
    ['a unit outside of its map', around({ ...overlay, fields: { rows: axis(2), columns: axis(2), chosen: [2, 0] } })],
    ['a window that reads no plane', around({ kind: 'window', steps: [] })],
    ['a window whose weights are too few', around({ kind: 'window', steps: [step({ weights: new Float32Array(3) })] })],
    ['a window that stands still', around({ kind: 'window', steps: [step({ rows: { ...one, stride: 0 } })] })],
    ['a control of an unknown type', around({ ...control, control: { type: 'password' } })],
    ['a pad with samples of another size', around({ ...control, control: { ...control.control, size: 9 } })],
    ['a label of a million letters', around({ ...control, label: 'l'.repeat(1e6) })],
    ['more tests passed than there are', around({ kind: 'verdict', passed: 5, total: 4, hints: [] })],
    ['a tree of 5,000 levels', around({ ...tree, root: nest(5_000) })],
    ['a chart whose settings are 5,000 levels deep', around({ ...chart, config: { data: nest(5_000) } })],
    [
      'a chart that reaches for the prototype',
      around({ ...chart, config: JSON.parse('{"__proto__":{"a":1}}') as unknown }),
    ],
    ['a chart with a date', around({ ...chart, config: { type: new Date() } })],
    ['a point of three numbers', around({ ...chart, series: [{ name: 'a', points: [[1, 2, 3]] }] })],
    ['a text of thirty million letters', around({ ...tree, root: { text: 't'.repeat(3e7), type: 'string' } })],
  ];

  it.each(forged)('%s is not read', (_, data) => {
    expect(readFromKernel(data)).toBeUndefined();
  });

  it('is not read where looking at it throws', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(readFromKernel(proxy)).toBeUndefined();
  });
});

const one = { size: 1, stride: 1, dilation: 1, before: 0, after: 0 };

function axis(count: number): unknown {
  return { count, start: 0, jump: 1, size: 3 };
}

function step(rest: object): unknown {
  const weights = new Float32Array(1);
  return { mode: 'convolution', input: planes, output: planes, rows: one, columns: one, weights, ...rest };
}
