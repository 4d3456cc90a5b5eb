import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commentsIn } from '../../src/compile';
import { locales } from '../../src/words/locales';
import { hashLesson } from '../../src/notebook/edits/edit-record';
import { chapters, chapterText } from './chapters';

describe.each(chapters)('chapter $name', ({ cells: programs, text }) => {
  const cells = programs.map((cell) => cell.name);
  let en: string;
  let zhCn: string;
  // Here and not above: a chapter whose text is missing fails alone, with a sentence.
  beforeAll(() => {
    en = text('en');
    zhCn = text('zh-cn');
  });

  it('shows every cell once, in the order of its program, in both languages', () => {
    expect(cellsOf(en)).toEqual(cells);
    expect(cellsOf(zhCn)).toEqual(cells);
  });

  it('has the same headings, tips, formulas and tabs in number and order', () => {
    expect(skeleton(zhCn)).toEqual(skeleton(en));
  });

  it('has the same Keras programs', () => {
    expect(blocks(zhCn).map(withoutComments)).toEqual(blocks(en).map(withoutComments));
    expect(blocks(zhCn).flatMap((code) => englishWords(code, '#'))).toEqual([]);
  });

  it('has a title and a description in each language', () => {
    for (const field of ['title', 'description']) {
      const find = (text: string) => new RegExp(`^${field}: (.+)$`, 'm').exec(text)?.[1];
      expect(find(en)).toBeTruthy();
      expect(find(zhCn)).toBeTruthy();
    }
    expect(/^description: (.+)$/m.exec(zhCn)?.[1]).toMatch(/\p{Script=Han}/u);
  });

  it('leaves no English sentence in the Chinese text', () => {
    expect(prose(zhCn).filter((line) => !/\p{Script=Han}/u.test(line))).toEqual([]);
  });
});

it('says which file is missing where a chapter lacks a language', () => {
  const folder = mkdtempSync(join(tmpdir(), 'receptive-'));
  mkdirSync(join(folder, '11-stub'));
  writeFileSync(join(folder, '11-stub/en.mdx'), '');
  expect(() => chapterText(folder, '11-stub', 'zh-cn')).toThrow(
    /^Chapter 11-stub has no prose in zh-cn: write .*11-stub.zh-cn\.mdx \(it has en\.mdx\)\./,
  );
});

const content = resolve(import.meta.dirname, '../../content');

/** Columns that a line takes where a Chinese character is two of them wide. */
const columns = (line: string): number => line.replaceAll(/[\p{Script=Han}，。：；（）！？、]/gu, 'xx').length;

const programs = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(cells|starter|solution)\.ts$/.test(file),
);

describe.each(programs)('%s', (file) => {
  const text = readFileSync(join(content, file), 'utf8');

  it.each(Object.keys(locales))('has no line in %s that is wider than the page', (locale) => {
    const shown = commentsIn(locale, text)
      .split('\n')
      .filter((line) => !line.startsWith('import '));
    expect(shown.filter((line) => columns(line) > 70)).toEqual([]);
  });

  it('has Chinese comments on Chinese pages and only there', () => {
    expect(englishWords(commentsIn('zh-cn', text), '//')).toEqual([]);
    expect(commentsIn('zh-cn', text)).not.toContain('//zh-cn');
    expect(hashLesson(commentsIn('zh-cn', text))).toBe(hashLesson(commentsIn('en', text)));
    expect(commentsIn('en', text)).not.toMatch(/\p{Script=Han}|\/\/zh-cn/u);
  });

  it('marks comments with languages of the book only', () => {
    const marks = [...text.matchAll(/\/\/([a-z]{2}(?:-[a-z]{2,4})?) /g)].map(([, slug = '']) => slug);
    expect(marks.filter((slug) => !(slug in locales))).toEqual([]);
  });
});

function cellsOf(text: string): string[] {
  return [...text.matchAll(/<Cell name="([^"]+)"/g)].map(([, name = '']) => name);
}

function skeleton(text: string): string[] {
  const shape = /^(#{2,4}) |^\s*<(\/?(?:Aside|Tabs|TabItem|Cell)\b)|^(\$\$)$|^(```\w*)/;
  return text.split('\n').flatMap((line) => shape.exec(line)?.slice(1).find(Boolean) ?? []);
}

function blocks(text: string): string[] {
  return [...text.matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, code = '']) => code);
}

const withoutComments = (python: string): string => python.replace(/ *#.*$/gm, '');

/** Comments that speak English: words, not the names and numbers that are the same in every language. */
function englishWords(code: string, mark: string): string[] {
  const comments = code.split('\n').flatMap((line) => line.split(`${mark} `).slice(1));
  return comments.filter(
    (comment) => /[a-z]{2,},? [a-z]{2,}/i.test(comment) && !comment.startsWith('#') && !/\p{Script=Han}/u.test(comment),
  );
}

/** Lines of words: no front matter, code, formulas, markup or titles of works. */
function prose(text: string): string[] {
  return text
    .replace(/^---[\s\S]*?\n---/, '')
    .replace(/```[\s\S]*?```|\$\$[\s\S]*?\$\$|<cite>.*?<\/cite>|<[^>]*>|`[^`]*`|\$[^$]*\$/g, '')
    .split('\n')
    .filter((line) => /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/.test(line));
}
