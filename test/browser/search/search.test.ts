import fs, { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { BookIndex, IndexedSection } from '../../../src/site/search/book-index';
import { findInBook, type FoundPage } from '../../../src/site/search/find';
import { readQuery } from '../../../src/site/search/query';
import { pageId } from '../../../src/site/build/chapter-name';
import type { Locale } from '../../../src/words';
import { chineseWords, queries } from './queries';
import { openSite, type OpenPage, type Site } from '../site';

let site: Site;
const books = {} as Record<Locale, BookIndex>;
beforeAll(async () => {
  site = await openSite();
  for (const locale of ['en', 'zh-cn'] as const)
    books[locale] = (await (await fetch(`${site.url}${locale}/search.json`)).json()) as BookIndex;
});
afterAll(() => site.close());

function ask(locale: Locale, text: string): FoundPage[] {
  const query = readQuery(text);
  return query ? findInBook(books[locale], query) : [];
}

const nameOf = ({ page }: FoundPage): string => page.path.replace('/', '') || 'home';
const textOf = ({ heading, prose, code }: IndexedSection): string =>
  [heading, ...prose, ...code.map(({ text }) => text)].join('\n').normalize('NFKC').toLowerCase();

describe.each(['en', 'zh-cn'] as const)('the book in %s', (locale) => {
  test.each(queries[locale])('answers “%s” with %s', (query, first, ...others) => {
    const pages = ask(locale, query).map(nameOf).slice(0, 3);
    expect(pages[0]).toBe(first);
    expect(pages).toEqual(expect.arrayContaining(others));
  });

  it('names no section that lacks a word of the query', () => {
    for (const [query] of queries[locale]) {
      // What every form of the word has in common, wherever the text has a space, a hyphen or another spelling.
      const words = query
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll('x', '×')
        .split(/[\s-]+/);
      const squeeze = (text: string): string => text.replace(/[\s-]/g, '');
      for (const { sections } of ask(locale, query))
        for (const section of sections)
          for (const word of words)
            expect(squeeze(textOf(section)).replaceAll('x', '×')).toContain(
              /^[a-z]/.test(word) ? word.slice(0, 3) : word,
            );
    }
  });

  it('has every page and every section once', () => {
    const folders = fs.globSync('content/*/en.mdx').map((path) => pageId(path.split(/[\\/]/).slice(1).join('/')));
    const paths = books[locale].pages.map(({ path }) => `en/${path}`.replace(/\/$/, ''));
    expect(paths.toSorted()).toEqual(folders.toSorted());
    for (const { path, sections } of books[locale].pages) {
      const ids = sections.map(({ id }) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  it('holds no line of a check, of a solution or of a hint that its readers do not see anyway', () => {
    const seen = fs
      .globSync('content/*/{cells.ts,*.mdx,exercises/*/starter.ts}')
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const hidden = fs
      .globSync('content/*/exercises/*/{check,solution}.ts')
      .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
      .flatMap((line) => [line.trim(), ...(line.match(/(?<=['`])[^'`]+(?=['`])/g) ?? [])])
      .filter((text) => text.length >= 20 && !seen.includes(text));
    expect(hidden.length).toBeGreaterThan(500);
    const all = books[locale].pages.flatMap(({ sections }) => sections.map(textOf)).join('\n');
    expect(hidden.filter((text) => all.includes(text.normalize('NFKC').toLowerCase()))).toEqual([]);
  });
});

describe('Chinese', () => {
  test.each(chineseWords)('%s is found on each page that has it', (word) => {
    const holders = fs
      .globSync('content/*/zh-cn.mdx')
      .filter((path) => readFileSync(path, 'utf8').includes(word))
      .map((path) => pageId(path.split(/[\\/]/).slice(1).join('/')).split('/')[1] ?? 'home');
    expect(holders.length).toBeGreaterThan(0);
    expect(ask('zh-cn', word).map(nameOf)).toEqual(expect.arrayContaining(holders));
  });

  it('words that are not in the book are not found, character by character or otherwise', () => {
    for (const word of ['不存在的词', '半个窗口放不下', '积卷', '化池']) expect(ask('zh-cn', word)).toEqual([]);
  });
});

describe('the search at the keyboard', () => {
  const field = ({ page }: OpenPage) => page.getByRole('searchbox');
  const results = ({ page }: OpenPage) => page.locator('book-search .results a');
  const said = ({ page }: OpenPage) => page.locator('book-search [role="status"]');
  const focused = ({ page }: OpenPage) => page.evaluate(() => document.activeElement?.textContent ?? '');

  test.each([
    { locale: 'en', word: 'dilation', heading: 'Dilation', found: /^\d+ places on \d+ pages? for “dilation”\.$/ },
    { locale: 'zh-cn', word: '互相关', heading: '互相关', found: /^“互相关”：\d+ 页中共 \d+ 处。$/ },
  ])('opens, finds, walks and goes there ($locale)', async ({ locale, word, heading, found }) => {
    const reader = await site.open(`/${locale}/training/`);
    const { page, context, complaints } = reader;
    await page.keyboard.press('Control+k');
    await expect.poll(() => field(reader).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.insertText(word);
    await expect.poll(() => results(reader).first().textContent()).toContain(heading);
    expect(await results(reader).first().locator('mark').first().textContent()).toBe(heading);
    await expect.poll(() => said(reader).textContent()).toMatch(found);
    await page.keyboard.press('ArrowDown');
    expect(await focused(reader)).toContain(heading);
    await page.keyboard.press('ArrowUp');
    expect(await field(reader).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${locale}/convolution/#*`);
    const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(await page.locator(`[id="${anchor}"]`).first().textContent()).toContain(heading);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each([
    { locale: 'en', text: 'Nothing found for “qwertz”.' },
    { locale: 'zh-cn', text: '没有找到“qwertz”。' },
  ])('says what was not found, and Escape closes ($locale)', async ({ locale, text }) => {
    const reader = await site.open(`/${locale}/`);
    const { page, context } = reader;
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('qwertz');
    await expect.poll(() => said(reader).textContent()).toBe(text);
    expect(await results(reader).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.locator('book-search dialog').evaluate((dialog) => (dialog as HTMLDialogElement).open))
      .toBe(false);
    await context.close();
  });

  it('goes to the first place with Enter in the field, and types on from a result', async () => {
    const reader = await site.open('/en/convolution/');
    const { page, context } = reader;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('strid');
    await expect.poll(() => said(reader).textContent()).toContain('“strid”');
    await page.keyboard.press('ArrowDown');
    expect(await focused(reader)).toContain('Stride');
    await page.keyboard.type('e');
    await expect.poll(() => field(reader).inputValue()).toBe('stride');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/convolution/#stride-section');
    await expect.poll(() => page.locator('book-search dialog').isVisible()).toBe(false);
    await context.close();
  });

  it('does not search for the letters of Chinese that is being composed', async () => {
    const reader = await site.open('/zh-cn/');
    const { page, context } = reader;
    const devtools = await context.newCDPSession(page);
    await page.keyboard.press('Control+k');
    await devtools.send('Input.imeSetComposition', { text: 'juan ji', selectionStart: 7, selectionEnd: 7 });
    await expect.poll(() => field(reader).inputValue()).toBe('juan ji');
    await page.waitForTimeout(400);
    expect(await page.locator('book-search .status').textContent()).toBe('');
    await devtools.send('Input.insertText', { text: '卷积' });
    await expect.poll(() => results(reader).first().textContent()).toContain('卷积');
    expect(await field(reader).inputValue()).toBe('卷积');
    await context.close();
  });

  it('fetches the text of one language, and only when the search opens', async () => {
    const { page, context } = await site.open('/zh-cn/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.includes('search'))).toEqual([]);
    await page.keyboard.press('Control+k');
    const texts = (): string[] => asked.filter((path) => path.endsWith('search.json'));
    await expect.poll(texts).toEqual(['/zh-cn/search.json']);
    await context.close();
  });
});
