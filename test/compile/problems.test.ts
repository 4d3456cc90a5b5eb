import { expect, test } from 'vitest';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';
import { problemOf } from './compiled';

/** `¦` in a source marks where the problem is. */
const cases: [source: string, english: string, chinese: string][] = [
  ['const a: number = ¦;', 'Unexpected ; here.', '这里不应该出现 ;。'],
  ['let a: number = 1;\nconst b = (a as number) ¦c', 'Unexpected “c” here. Is an operator', '它前面是否少了'],
  ['f(1 ¦2)', 'Unexpected 2: , is expected here.', '应该是 ,'],
  ['¦}', 'Unexpected } here.', '这里不应该出现 }。'],
  ['¦}) => {', 'Unexpected } here.', '这里不应该出现 }。'],
  ['x;\n¦}; globalThis.broken = 1; {', 'Unexpected } here.', '这里不应该出现 }。'],
  ['const a = foo(¦', 'The code ends too early', '代码没有写完'],
  ['function f() {\n  if (x) {\n}¦', 'The code ends too early', '代码没有写完'],
  ["const s: string = ¦'abc", 'This string has no closing quote.', '缺少结尾的引号'],
  ["const s = ¦'abc\n'", 'This string has no closing quote.', '缺少结尾的引号'],
  ['const s: string = `a${1}`; const t = ¦`b', 'no closing backtick', '缺少结尾的反引号'],
  ['const s: RegExp = ¦/ab', 'no closing /', '缺少结尾的 /'],
  ['const s: string = "/*"; x ¦/* never /* closed', 'never closed with */', '缺少结尾的 */'],
  ['const a: number¦;', 'A const needs a value', 'const 声明必须有初始值'],
  ['const a¦\nshow(a)', 'A const needs a value', 'const 声明必须有初始值'],
  ['let { a }¦;', 'Taking names out', '解构声明'],
  [
    'let a: number = 1;\nlet b = a as number, ¦a = 2;',
    'a is already declared in this cell.',
    'a 在本单元格中已经声明过',
  ],
  ['function f<T>(a: T, ¦a: T) {}', 'Two parameters', '同名的参数'],
  ['const x: number = 1; ¦enum', '', ''],
  ['let ¦class = 1', 'Unexpected “class” here.', '这里不应该出现 “class”。'],
  ['const f = (x: number) => { ¦await x }', 'await works at the top level', 'await 只能用在'],
  ['const x: number = 1; ¦return x', 'return works only inside a function', 'return 只能用在函数里'],
  ['if (a as boolean) ¦break;', 'break works only inside a loop', 'break 只能用在循环里'],
  ['¦f() = 2', 'Nothing can be assigned to this.', '不能给这个表达式赋值'],
  ['if (1) { ¦import "lab" }', '', ''],
  ["const a: number = 1; import fs from ¦'fs'", 'not fs. That belongs to Node.js: fileInput()', '不能导入 fs'],
  [
    "import * as tfvis from ¦'@tensorflow/tfjs-vis'",
    'tfjs-vis. Instead of it, plot(), trainingView()',
    '请改用 plot()',
  ],
  ["import * as layers from ¦'@tensorflow/tfjs-layers'", '@tensorflow/tfjs has all of it', '都在 @tensorflow/tfjs 里'],
  ["import * as mobilenet from ¦'@tensorflow-models/mobilenet'", 'pretrained() in datasets', 'pretrained()'],
  ["import numpy from ¦'numpy'", 'tf makes tensors', '由它创建张量'],
  ["import * as d3 from ¦'d3'", 'plot() draws charts', 'plot() 画图表'],
  ["import lodash from ¦'lodash'", 'but not lodash.', '不能导入 lodash'],
  ['def ¦pixel(t, x):\n  return x', 'def is Python. Here a function is written function pixel(…)', 'function pixel(…)'],
  ['const n = 3;\nfor ¦i in range(n):\n  show(i)', 'for (const x of list) { … }', 'for (const x of list)'],
  ['if ¦x > 3:\n  show(x)', 'if (x > 0) { … } else { … }', 'if (x > 0)'],
  ['import numpy ¦as np', 'in every cell without import', '无需导入'],
  ['const g = lambda ¦x: x + 1', '(x) => x * 2', '(x) => x * 2'],
  ['# a ¦comment', 'begins with //', '以 // 开头'],
  ['if (1 ¦and 2) show(1)', 'written &&, || and ! here', '写作 &&、||、!'],
  ['<script ¦src="https://cdn.test/tf.js"></script>', 'This is HTML', '这是 HTML'],
  ["import ¦lab from 'lab'", 'lab has no default export', 'lab 没有默认导出'],
  ['let a: number = 1;\n¦export default a', 'Cells share their names without export', '不用 export 就能共享名称'],
  ["¦export * from 'lab'", 'Cells share their names without export', '不用 export 就能共享名称'],
  ['let a = 1; ¦namespace N { export const b = 1 }', 'a namespace with code in it', 'namespace 只能包含类型'],
  ['namespace T { export type A = 1 }\n¦namespace N { f() }', 'a namespace with code in it', 'namespace 只能包含类型'],
  ['¦namespace N { namespace Inner { export let b = "}" } }', 'a namespace with code in it', 'namespace 只能包含类型'],
  ['const a: number = 1;\n¦@dec class A {}', 'cannot have decorators', '不能使用装饰器'],
  ['class A { b: number = 1; ¦@dec c = 1 }', 'cannot have decorators', '不能使用装饰器'],
  ['const a: number = 1\nconst b = ¦<div>one {a}</div>', 'cannot have JSX', '不能使用 JSX'],
  ['const f = () => (\n  ¦<Box size="1" />\n)', 'cannot have JSX', '不能使用 JSX'],
  ['¦<></>', 'cannot have JSX', '不能使用 JSX'],
  [
    'let a: number = 0b1; let b = a ?? a ¦|| a',
    'This is not valid TypeScript: Logical',
    '这不是合法的 TypeScript：Logical',
  ],
];

test.each(cases)('%j', (marked, english, chinese) => {
  const offset = marked.indexOf('¦');
  const before = marked.slice(0, offset).split('\n');
  const source = marked.replace('¦', '');
  useWords(en, 'en');
  const problem = problemOf(source);
  expect(problem.message).toContain(english);
  expect(problem.at).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
  useWords(zhCn, 'zh-cn');
  expect(problemOf(source).message).toContain(chinese);
});

const hostile: [title: string, source: string, message: string][] = [
  ['too long', 'a;'.repeat(150_000), 'too long'],
  ['100,000 semicolons', ';'.repeat(100_000), 'has 100,000 words, signs and lines, and may have 20,000'],
  ['20,000 empty lines and one word', `${'\n'.repeat(20_000)}a`, 'may have 20,000'],
  ['20,000 brackets', '['.repeat(20_000), 'nested too deeply'],
  ['20,000 matched parentheses', '('.repeat(10_000) + ')'.repeat(10_000), 'nested too deeply'],
  ['6,000 templates', '`${'.repeat(6000), 'nested too deeply'],
  ['20,000 blocks', '{'.repeat(10_000) + '}'.repeat(10_000), 'nested too deeply'],
  ['a sum of 9,000', `${'a+'.repeat(9000)}a`, 'nested too deeply'],
  ['200 namespaces inside of each other', 'namespace N {'.repeat(200) + '}'.repeat(200), 'namespace with code in it'],
  ['1,000 tags that are never closed', '<a>'.repeat(1000), 'The code ends too early'],
  ['casts that make the type parser try again and again', '<T>('.repeat(40), 'nested too deeply'],
  [
    'arrows that make the parser try again and again',
    `${'(a = '.repeat(40)}1${') => 1'.repeat(40)}`,
    'nested too deeply',
  ],
];

test.each(hostile)('%s is a problem within two seconds', (_, source, message) => {
  useWords(en, 'en');
  const begin = performance.now();
  expect(problemOf(source).message).toContain(message);
  expect(performance.now() - begin).toBeLessThan(2000);
});

test('a long ordinary cell compiles', () => {
  useWords(en, 'en');
  const source =
    'const f = <T,>(x: T[], n = 3): T => { for (const y of x) if (n > 2) return (y as T)!; return x[0]!; };\n';
  const cell = Array.from({ length: 300 }, (_, i) => source.replace('const f', `const f${i}`)).join('');
  expect(cell.length).toBeGreaterThan(30_000);
  expect(() => problemOf(cell)).toThrow('compiled');
});

test.each([
  ['a name of 190,000 signs like the compiler’s own', `let $names${'$'.repeat(190_000)} = 1`],
  ['as many such names as fit', Array.from({ length: 600 }, (_, i) => `$alive${'$'.repeat(i)};`).join('\n')],
])('%s compiles within two seconds', (_, source) => {
  useWords(en, 'en');
  const begin = performance.now();
  expect(() => problemOf(source)).toThrow('compiled');
  expect(performance.now() - begin).toBeLessThan(2000);
});
