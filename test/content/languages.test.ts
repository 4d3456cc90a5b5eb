import { describe, expect, it } from 'vitest';
import { chapters } from './chapters';

const texts = chapters.map(({ name, cells, text }) => ({
  name,
  cells: cells.map((cell) => cell.name),
  en: text('en'),
  zhCn: text('zh-cn'),
}));

describe.each(texts)('chapter $name', ({ cells, en, zhCn }) => {
  it('shows every cell once, in the order of its program, in both languages', () => {
    expect(cellsOf(en)).toEqual(cells);
    expect(cellsOf(zhCn)).toEqual(cells);
  });

  it('has the same headings, tips, formulas and tabs in number and order', () => {
    expect(skeleton(zhCn)).toEqual(skeleton(en));
  });

  it('has the same Keras programs', () => {
    expect(blocks(zhCn)).toEqual(blocks(en));
  });

  it('has a title and a description of its own', () => {
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

/** Lines of words: no front matter, code, formulas, markup or titles of works. */
function prose(text: string): string[] {
  return text
    .replace(/^---[\s\S]*?\n---/, '')
    .replace(/```[\s\S]*?```|\$\$[\s\S]*?\$\$|<cite>.*?<\/cite>|<[^>]*>|`[^`]*`|\$[^$]*\$/g, '')
    .split('\n')
    .filter((line) => /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/.test(line));
}
