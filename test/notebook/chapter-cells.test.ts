import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chapterCells, findCell, firstOnPage, scriptJson } from '../../src/notebook/build/chapter-cells';

const folder = readdirSync('content').find((name) => name.endsWith('-convolution')) ?? '';

describe('the cells of a chapter', () => {
  it('are found by name', () => {
    const [first] = chapterCells(folder, 'en');
    expect(first?.source.length).toBeGreaterThan(0);
    expect(findCell(folder, first?.name ?? '', 'en.mdx', 'en')).toEqual({ name: first?.name, source: first?.source });
  });

  it('stop the build where a page asks for one that is not there, naming the page, the file and what there is', () => {
    const [first] = chapterCells(folder, 'en');
    const ask = () => findCell(folder, 'no-such', `content/${folder}/en.mdx`, 'en');
    expect(ask).toThrow(`content/${folder}/en.mdx`);
    expect(ask).toThrow(`content/${folder}/cells.ts`);
    expect(ask).toThrow(first?.name);
  });

  it('stop the build where the file is missing', () => {
    expect(() => chapterCells('99-nowhere', 'en')).toThrow('content/99-nowhere/cells.ts');
  });
});

describe('data in a page', () => {
  it('cannot end its script, and reads back as it was', () => {
    const value = { source: '</script><!-- <b>' };
    expect(scriptJson(value)).not.toContain('<');
    expect(JSON.parse(scriptJson(value))).toEqual(value);
  });

  it('is written by the first that asks for it, on each page', () => {
    const [one, two] = [{}, {}];
    expect([firstOnPage(one, 'words'), firstOnPage(one, 'words'), firstOnPage(one, 'cells')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(firstOnPage(two, 'words')).toBe(true);
  });
});
