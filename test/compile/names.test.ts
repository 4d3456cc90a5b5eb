import { expect, test } from 'vitest';
import { programOf, speakEnglish } from './compiled';

speakEnglish();

const cases: [title: string, source: string, declares: string, reads: string, writes?: string][] = [
  ['var is hoisted out of blocks', 'if (a) { var x = 1 } for (var i = 0;;) { let y }', 'x i', 'a'],
  ['var stays in its function', 'function f() { var x; { var y } x + y }\nx', 'f', 'x'],
  ["a function in a block is the block's", '{ function g() {} g() }\ng()', '', 'g'],
  ['a function may be used before its line', 'f(); function f() { return g }', 'f', 'g'],
  ['let in a block shadows', '{ let a = b; a } a', '', 'b a'],
  ['defaults in patterns are read', 'const { a = b, [c]: { d = e } = f, ...g } = h', 'a d g', 'b c e f h'],
  ['array patterns may have holes', 'const [, a = z, ...[b, c]] = list', 'a b c', 'z list'],
  [
    'keys and members are no names',
    'const o = { a: b, c, d() {}, [e]: 1, get f() { return g } }; o.h.i[j]; o?.k',
    'o',
    'b c e g j',
  ],
  [
    'class members are no names',
    'class A extends B { x = y; static z = w; [k]() { return m } #p = 1; static { var q; q; r } }',
    'A',
    'B y w k m r',
  ],
  ['a class knows itself inside', 'const C = class D { make() { return new D() } }; D', 'C', 'D'],
  ['a function expression knows itself inside', 'const f = function g() { g() }; g', 'f', 'g'],
  ['parameters shadow', '(a, { b }, [c] = d, ...e) => a + b + c + e + f', '', 'd f'],
  ['a default does not see the body', 'function f(a = x) { var x = 1; return a + x }', 'f', 'x'],
  ['arguments belongs to functions', 'function f() { return arguments.length } const g = () => arguments', 'f g', ''],
  [
    'a catch parameter shadows',
    'try { a } catch (e) { e } try {} catch { e } try {} catch ([x = y]) { x }',
    '',
    'a e y',
  ],
  ['labels are no names', 'a: for (;;) { if (b) break a; continue a }', '', 'b'],
  [
    "the loop variable is the loop's",
    'for (const a of a2) { a } for (let i = i0; i < n; i++) {} for (b in c) {}',
    '',
    'a2 i0 n c',
    'b',
  ],
  ['typeof reads', 'typeof x', '', 'x'],
  ['new.target and import.meta read nothing', 'function f() { new.target } import.meta.url', 'f', ''],
  ['switch cases share a scope', 'switch (a) { case b: let x = 1; default: x } x', '', 'a b x'],
  ['built-ins tie to nothing', 'Math.max(NaN, undefined, new Map(), globalThis.x, Promise, Float32Array)', '', ''],
  [
    'the platform and the console are read',
    'console.log(performance.now()); setTimeout(fetch)',
    '',
    'console performance setTimeout fetch',
  ],
  [
    'assignments write, compound ones read too',
    'a = 1; b += 2; c++; --d; ({ e, f: [g] } = h); k.l = 3; m ??= 1',
    '',
    'b c d h k m',
    'a b c d e g m',
  ],
  ['assignment to an own name is no write', 'let a; a = 1; function f() { a++ }', 'a f', ''],
  ['types read nothing', 'let x: Foo<typeof bar> = y as Baz; function f(this: Q, p: R): asserts p is S {}', 'x f', 'y'],
  ['an enum declares', 'enum E { A = start, B = A + 1 }', 'E', 'start'],
  [
    'imports stay in their cell',
    "import { show, plot as p } from 'lab'; import * as tf from '@tensorflow/tfjs'; show(p, tf, plot)",
    '',
    'plot',
  ],
  ['exports change nothing', 'export const a = b; export class C {} export { a as d }', 'a C', 'b'],
  ['templates and tags', 'tag`x ${y} ${`${z}`}`', '', 'tag y z'],
  [
    'async, generators, spread',
    'const f = async function* () { yield* a; await b; [...c]; ({ ...d }) }',
    'f',
    'a b c d',
  ],
  [
    'overloads are one function',
    'function f(a: number): void; function f(a: string): void; function f(a: unknown) { g(a) }',
    'f',
    'g',
  ],
  ['using declares', 'using a = b; { await using c = d; c }', 'a', 'b d'],
  [
    'contextual words may be names',
    'const type = of, async = 1, get = 2; let namespace = type; as + satisfies',
    'type async get namespace',
    'of as satisfies',
  ],
  ['names in Chinese and with escapes', 'const 图 = 像; const \\u0061b = c', '图 ab', '像 c'],
];

test.each(cases)('%s', (_, source, declares, reads, writes = '') => {
  const program = programOf(source);
  expect(program.declares.join(' ')).toBe(declares);
  expect(program.reads.join(' ')).toBe(reads);
  expect(program.writes.join(' ')).toBe(writes);
});
