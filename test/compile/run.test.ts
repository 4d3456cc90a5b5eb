import { expect, test } from 'vitest';
import { linkProgram, ownNames } from '../../src/compile';
import { placeOf, programOf, run, speakEnglish } from './compiled';

speakEnglish();

const valueOf = async (source: string, names?: Record<string, unknown>) => (await run(programOf(source), names)).value;

async function failureOf(source: string, names?: Record<string, unknown>) {
  const program = programOf(source);
  const error: unknown = await run(program, names).then(
    () => expect.unreachable('it should throw'),
    (error: unknown) => error,
  );
  if (!(error instanceof Error)) throw new Error('no Error was thrown');
  return { name: error.name, message: error.message, at: placeOf(program, error) };
}

test('a last expression without a semicolon is the value of the cell, with a semicolon it is not', async () => {
  expect(await valueOf('const a: number = 20;\na * 2 + 2 // the answer')).toBe(42);
  expect(await valueOf('1, 2, 3')).toBe(3);
  expect(await valueOf('42;')).toBeUndefined();
  expect(await valueOf('if (true) { 3 }')).toBeUndefined();
  expect(await valueOf("'text'")).toBe('text');
  expect(await valueOf('await (Promise.resolve(1), Promise.resolve(2))')).toBe(2);
  expect(await valueOf('enum Padding { Valid = 2, Same }\nPadding[Padding.Same]')).toBe('Same');
  expect(
    await valueOf('namespace N { export type A = `}` | 1; /* } */ namespace M { export interface B {} } }\n(2 as N.A)'),
  ).toBe(2);
  expect(await valueOf('declare global { var there: number }\ntypeof there')).toBe('undefined');
});

test('this and arguments are what they are in a module', async () => {
  expect(await valueOf('this')).toBeUndefined();
  expect((await failureOf('\n arguments[0]')).at).toEqual({ line: 2, column: 2 });
});

test('free names come from outside, and those of the platform are left alone', async () => {
  expect(await valueOf('twice(half) + other', { twice: (x: number) => 2 * x, half: 4, other: 1 })).toBe(9);
  expect(await valueOf('typeof setTimeout + typeof missing + typeof console')).toBe('functionundefinedobject');
  expect(await valueOf('console', { console: 'ours' })).toBe('ours');
});

test('linking removes names without moving a column', () => {
  const program = programOf('show(a, b, c)');
  const linked = linkProgram(program, (name) => name === 'a' || name === 'c');
  expect(program.code).toContain('{ const { show,a,b,c, } = $names; ');
  expect(linked).toContain('{ const {      a,  c, } = $names; ');
});

test('names are live getters of everything declared at the top level', async () => {
  const source = `export let n = 0;
const { a, list: [b = 5, ...rest] } = { a: 1, list: [undefined, 7] };
function add() { n++; }
class Layer<T> { units: T | 3 = 3 }
{ var hidden = 'seen'; let inner = 1; }
enum E { A }`;
  const { names } = await run(programOf(source));
  expect(Object.keys(names)).toEqual(['n', 'a', 'b', 'rest', 'add', 'Layer', 'hidden', 'E']);
  expect(names).toMatchObject({ n: 0, a: 1, b: 5, rest: [7], hidden: 'seen', E: { A: 0 } });
  (names['add'] as () => void)();
  expect(names['n']).toBe(1);
});

test('names that every object inherits (such as toString) work too', async () => {
  const { names } = await run(programOf('const __proto__ = 1, constructor = 2; let toString = 3'));
  expect(Object.entries(names)).toEqual([
    ['__proto__', 1],
    ['constructor', 2],
    ['toString', 3],
  ]);
});

test('every await and every iteration of a for await checks whether the run is alive', async () => {
  const source = `const inner = async () => { await 1; await 2; };
await inner();
for await (const x of [1, 2, 3]) await x;
for await (const x of [1]) { x }`;
  let asked = 0;
  await run(programOf(source), {}, (value) => (asked++, value));
  expect(asked).toBe(2 + 1 + 3 + 3 + 1);
});

test('a run that is no longer alive ends at its next await', async () => {
  const seen: number[] = [];
  const program = programOf('for (let i = 0; ; i++) { see(i); await null; }');
  const stop = () => {
    if (seen.length === 3) throw new Error('stopped');
  };
  await expect(run(program, { see: (i: number) => seen.push(i) }, stop)).rejects.toThrow('stopped');
  expect(seen).toEqual([0, 1, 2]);
});

test('imports of the three modules are read from the names', async () => {
  const names = {
    'import:lab': { show: 'shown', plot: 'drawn' },
    'import:datasets': { digits: 8 },
    'import:@tensorflow/tfjs': { version: 4 },
  };
  const source = `early = later(show);
import * as tf from '@tensorflow/tfjs'; import { show, plot as draw } from 'lab';
import 'lab';
const { digits } = await import('datasets');
function later(x) { return x; }
[early, draw, tf.version, digits]`.replace('early =', 'const early =');
  expect(await valueOf(source, names)).toEqual(['shown', 'drawn', 4, 8]);
});

test('a line without a semicolon does not run into what follows an import or export', async () => {
  const source = "let a = f\nimport 'lab'\n;[1].length\nexport { a }\n(2, 3)";
  expect(await valueOf(source.replace('\n;', '\n'), { f: 'text', 'import:lab': {} })).toBe(3);
});

const broken: [title: string, source: string, name: string][] = [
  [
    'an unknown name, after types',
    'const a: Array<Map<string, number>> = [] as never[]; ¦missing(a);',
    'ReferenceError',
  ],
  ['an unknown name on the first line', '¦missing', 'ReferenceError'],
  ['an unknown name inside an enum', 'enum E { A = 1, B = ¦missing }', 'ReferenceError'],
  ['an unknown name that is assigned', 'let x: number = 1;\nmissing ¦= x as number;', 'ReferenceError'],
  ['a call after a cast', 'const o = {} as { f(): void };\n(o as unknown as { f(): void }).¦f();', 'TypeError'],
  ['a call after !', 'const o: { f?: () => void } = {};   o!.¦f!();', 'TypeError'],
  ['an index after !', 'const o: { f?: number[] } = {}; const x = o.f!¦[0];', 'TypeError'],
  ['a member of nothing', 'let a: { b?: { c: number } } = {};\n\tconst d = a!.b!.¦c satisfies number;', 'TypeError'],
  [
    'throw in a generic function',
    'const f = <T,>(x: T): T => { throw ¦new Error(`${x as string}`) };\nf<number>(3)',
    'Error',
  ],
  [
    'throw in a class',
    'class A<T> { private x: T = ¦fail() as T; constructor(readonly y: number) {} }\nnew A<number>(2)',
    'ReferenceError',
  ],
  [
    'after an await on the line',
    'const a: number = await 1 as number, b = await (2 as number); ¦missing',
    'ReferenceError',
  ],
  ['inside an await', 'const a: number = await (¦missing as Promise<number>);', 'ReferenceError'],
  ['inside a for await', 'for await (const x of [1] as number[]) ¦missing(x as number);', 'ReferenceError'],
  ['inside a template', 'const s: string = `a${1 as number}\n b ${2 as number} ${¦missing}`;', 'ReferenceError'],
  [
    'after a text that reads like the code behind it, and a template that begins with a value',
    "const s: string = `${1 as number}`; ' + (missing' + (¦missing as number)",
    'ReferenceError',
  ],
  ['in a last expression', 'const x: number = 2;\nx as number + (¦missing as number)', 'ReferenceError'],
  ['after an import', "import { show } from 'lab'; const x: number = 1; ¦missing", 'ReferenceError'],
  ['after an export', 'export const x: number = ¦missing', 'ReferenceError'],
  ['with tabs and Chinese', "\tconst 图: string = '卷积' as string;\t¦missing", 'ReferenceError'],
  ['after CRLF', 'const a: number = 1;\r\nlet b: number = a;\r\n  ¦missing', 'ReferenceError'],
  ['after a byte order mark', '\uFEFF¦missing', 'ReferenceError'],
  ['after an unusual line separator', 'const s: string = "a\u2028b"; ¦missing', 'ReferenceError'],
  ['before its declaration', 'const a: number = ¦b as number; const b = 1;', 'ReferenceError'],
];

test.each(broken)('the place of an error is exact: %s', async (_, marked, name) => {
  const before = marked.slice(0, marked.indexOf('¦')).split(/\r?\n/);
  const failure = await failureOf(marked.replace('¦', ''), { 'import:lab': {} });
  expect(failure.name).toBe(name);
  expect(failure.at).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
});

test('an unknown name is the engine’s own ReferenceError', async () => {
  expect((await failureOf('const x = 1;\nmissing')).message).toBe('missing is not defined');
});

test('what a statement throws away goes through held, and nothing else', async () => {
  const source = `const call = (x) => x;
call(1); void call(2); true && call(3); false ? 0 : call(4); call?.(5);
const kept = call(0); kept + call(0); for (const x of [call(0)]) { call(6) }
function inside() { call(7); return call(0); }
let set; set = inside();
await call(0); (call)(8);
call(9)`;
  const held: unknown[] = [];
  await run(programOf(source), {}, undefined, (value) => (held.push(value), value));
  expect(held).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a cell that fails has left its own names where its error can be explained from them', async () => {
  const names: Record<string, unknown> = {};
  await run(programOf('let a = 1; a = 2; missing; const late = 3;'), names).catch(() => undefined);
  const own = names[ownNames] as { a: number; late: number };
  expect(own.a).toBe(2);
  expect(() => own.late).toThrow('before initialization');
});
