import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/notebook/cell/highlight';

const text = (source: string): string =>
  highlight(source)
    .map((line) => line.map((token) => token.text).join(''))
    .join('\n');

const kinds = (source: string): string[] =>
  highlight(source)
    .flat()
    .filter(({ kind }) => kind !== 'plain')
    .map((token) => `${token.kind} ${token.text}`);

describe('the highlighting of an edited cell', () => {
  it('changes no character, however broken the text is', () => {
    const sources = [
      '',
      '\n\n',
      'const a = 1;\n\n// note\nshow(a)',
      "'never closed\nnext",
      '`a ${b}\nc`',
      '/* open',
      'π = 3; 变量 = "中文"',
      '\\ @ # \u0000 \ud800',
    ];
    for (const source of sources) expect(text(source)).toBe(source);
  });

  it('knows comments, strings, numbers, keywords and calls', () => {
    expect(kinds("const x = await f('a') + 0x1f // end")).toEqual([
      'keyword const',
      'keyword await',
      'name f',
      "string 'a'",
      'number 0x1f',
      'comment // end',
    ]);
    expect(kinds('let t: Tensor = null')).toEqual(['keyword let', 'type Tensor', 'number null']);
    expect(kinds('`one\ntwo`')).toEqual(['string `one', 'string two`']);
  });
});
