import { tokenizer } from 'acorn';
import { describe, expect, it } from 'vitest';
import { compileCell } from '../../src/compile';
import { chapterCells } from '../../src/notebook/build/chapter-cells';
import { locales } from '../../src/words/locales';
import { chapters } from './chapters';

/** The words of a cell's program, without comments and white space. */
function wordsOf(source: string): string[] {
  const compiled = compileCell(source);
  if (!compiled.ok) throw new Error(compiled.problem.message);
  const { code } = compiled.program;
  return [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })].map(({ start, end }) =>
    code.slice(start, end),
  );
}

describe.each(Object.keys(locales).filter((locale) => locale !== 'en'))('cells in %s', (locale) => {
  it.each(chapters.map(({ name }) => name))('of %s run the same program as in English', (chapter) => {
    const [english, other] = ['en', locale].map((one) =>
      chapterCells(chapter, one).map(({ name, source }) => [name, wordsOf(source)]),
    );
    expect(other).toEqual(english);
  });
});
