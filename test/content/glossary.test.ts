import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { glossary, type Term } from '../../content/glossary';

const root = resolve(import.meta.dirname, '../..');

/** Folders whose Chinese keeps to the glossary, below the root. */
const through = [
  'src/words/zh-cn',
  'content/00-home',
  'content/01-images',
  'content/02-convolution',
  'content/03-pooling',
  'content/04-separable',
  'content/05-normalization',
  'content/06-models',
  'content/07-training',
  'content/08-recognition',
  'content/09-inside',
  'content/10-shipping',
  'content/gallery',
];

const files = through.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        ['zh-cn.mdx', 'cells.ts', 'starter.ts', 'solution.ts', 'check.ts'].includes(basename(file)) || isWords(folder),
    )
    .map((file) => `${folder}/${file}`),
);

describe.each(files)('%s', (file) => {
  const lines = chinese(file, readFileSync(join(root, file), 'utf8'));

  it('says each idea in the word of the glossary', () => {
    const wrong = glossary.flatMap((term) =>
      lines.filter((line) => breaks(term, line)).map((line) => `${term.zh} (${term.en}): ${line.trim()}`),
    );
    expect(wrong).toEqual([]);
  });

  it('writes numbers as Chinese readers do: 0.81, 95%, −1', () => {
    const wrong = lines.filter((line) => /(?<![\w.)\]}])\.\d|[\d}] %|[\p{Script=Han}，。：；（、] ?-\d/u.test(line));
    expect(wrong).toEqual([]);
  });
});

describe.each(glossary.filter(({ named = '' }) => through.includes(`content/${named}`)))(
  '$en',
  ({ zh, named = '' }) => {
    it(`is named ${zh} in ${named}`, () => {
      expect(readFileSync(join(root, 'content', named, 'zh-cn.mdx'), 'utf8')).toContain(zh);
    });
  },
);

describe('the glossary', () => {
  it('has one entry for each term and each word', () => {
    for (const key of ['en', 'zh'] as const) {
      const words = glossary.map((term) => term[key]);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    }
  });

  it('does not forbid its own words', () => {
    const own = glossary.map(({ zh }) => zh).join('；');
    expect(glossary.filter((term) => breaks(term, own)).map(({ en }) => en)).toEqual([]);
  });

  it.each([
    ['步幅和膨胀率不能同时大于 1', '空洞率'],
    ['空洞率（dilation rate，也叫膨胀率）', undefined],
    ['每个卷积核都回答了', '响应'],
    ['这个问题可以用数字回答', undefined],
    ['接着是 Flatten', '展平'],
    ['展平（Flatten）之后', undefined],
    ['三幅图', '张'],
    ['步幅为 2，大幅下降', undefined],
    ['步幅（stride，也叫步长）', undefined],
    ['卷积的步长为 2', '步幅'],
  ])('judges “%s”', (line, zh) => {
    expect(glossary.find((term) => breaks(term, line))?.zh).toBe(zh);
  });
});

function breaks({ not, but = [] }: Term, line: string): boolean {
  return not?.test(but.reduce((text, phrase) => text.replaceAll(phrase, ''), line)) ?? false;
}

function isWords(folder: string): boolean {
  return folder.startsWith('src/words');
}

/** Lines that a Chinese reader reads as words: prose, comments and phrases, without the code, formulas and titles in them. */
function chinese(file: string, text: string): string[] {
  const prose = file.endsWith('.mdx')
    ? text.replace(/```\w*\n[\s\S]*?```/g, (block) => (block.match(/#.*\p{Script=Han}.*/gu) ?? []).join('\n'))
    : text;
  return prose
    .replace(/\$\$[\s\S]*?\$\$|<cite>.*?<\/cite>|`[^`\n]*`|\$[^$\n]*\$|\]\([^)]*\)/g, '…')
    .split('\n')
    .filter((line) => /\p{Script=Han}/u.test(line));
}
