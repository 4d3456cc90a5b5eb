import { expect, test } from 'vitest';
import { programOf, speakEnglish } from './compiled';

speakEnglish();

const cells: Record<string, string> = {
  'an empty cell': '',
  'a value': '1 + 1',
  'a value with a semicolon': 'tf.scalar(3);',
  'a value before a comment': 'image // a photograph',
  'a value in parentheses': "(tf.tidy(() => 1), 'last')",
  'typed constants':
    'const kernel: number[][] = [[1, 0], [0, 1]] as const;\nlet size: number | undefined;\nvar steps = <number>3;',
  'only types':
    "interface Shape {\n  height: number;\n}\ntype Pair<T> = [T, T];\ndeclare const given: Shape;\nimport type { X } from 'anywhere';",
  'a generic function':
    'function first<T extends object>(list: readonly T[], at?: number): T | undefined {\n  return list[at ?? 0]!;\n}',
  destructuring:
    'const { images: [head, ...rest], labels = none, [key]: picked, ...others } = await digits({ train: 10 });',
  'a class':
    "abstract class Layer<T> extends tf.layers.Layer {\n  static className = 'Own';\n  #size: number = initial;\n  constructor(private units: number, readonly rate = 0.1) {\n    super({});\n  }\n  override call(x: T): T {\n    return this.#size > units ? x : other(x);\n  }\n}",
  'an enum': "const enum Padding {\n  Valid = 1,\n  Same,\n  Name = 'n',\n}\nPadding.Same",
  awaits:
    'const model = await load();\nawait (model.ready, model).fit(x, y);\nconst later = async () => await await model.save();\nawait later()',
  'for await': 'for await (const batch of stream) { show(batch); }\nfor await (last of stream)\n  show(last);',
  imports:
    "import * as tf from '@tensorflow/tfjs';\nimport {\n  show,\n  plot as draw,\n  type Options,\n} from 'lab';\nimport 'datasets';\nconst { digits } = await import('datasets');\ndraw(show)",
  exports:
    'export const a = 1;\nexport async function f() {}\nconst b = 2;\nexport { b };\nexport type { T } from "x";',
  'loops and labels':
    'outer: for (let i = 0, n = end; i < n; i++) {\n  for (var key in table) if (i) continue outer;\n  do { i++ } while (more);\n}',
  'assignments to others': 'total += 1;\n[first, { second }] = pair;\ncount++',
  errors: 'try {\n  risky();\n} catch ({ message }: unknown) {\n  console.error(message);\n} finally {\n  done();\n}',
  'the module words of others': '//# sourceMappingURL=data:x\nconst s = `//# sourceURL=kept`; //@ sourceURL=gone.js',
  'Windows lines, a mark and a shebang': '#!/usr/bin/env deno\r\nconst text = `a\r\nb`;\r\n\ttext',
  'names of the wrapper': 'const $names = 1, \\u0024alive$ = await $alive;\n$names',
  'template literals': 'const text = `${width}×${`${height as number}`}\n  ${label!}`;\ntext',
};

test.each(Object.entries(cells))('%s', async (name, source) => {
  const program = programOf(source);
  const { code, declares, reads, writes } = program;
  const picture = `${source}\n\n----------------\n\n${code}\n\ndeclares ${declares.join(' ')}\nreads ${reads.join(' ')}\nwrites ${writes.join(' ')}\n`;
  await expect(picture).toMatchFileSnapshot(`snapshots/${name.replaceAll(' ', '-').toLowerCase()}.txt`);
});

test.each(Object.entries(cells))('the lines stay: %s', (_, source) => {
  const lines = source.split(/\r?\n/).length;
  const { code } = programOf(source);
  expect([lines + 1, lines + 2]).toContain(code.split('\n').length);
});

test('the same source gives the same program', () => {
  for (const source of Object.values(cells)) expect(programOf(source)).toEqual(programOf(source));
});
