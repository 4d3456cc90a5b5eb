import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestTask } from '../../bench/notebook/longest-task.mjs';
import { openSite, type Site } from './site';

const chapter = '02-convolution';

/** A hash around any content, made as an attacker would. */
const hashOf = (content: unknown): string => `#share=${deflateRawSync(JSON.stringify(content)).toString('base64url')}`;
const cells = (count: number, source: string): unknown => [
  1,
  chapter,
  [],
  Array.from({ length: count }, () => ['', source, {}]),
  [],
];
const names = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) => `let n${from + at}`).join(';');

const refused: [string, unknown][] = [
  ['5 cells of 99,000 lines', cells(5, '\n'.repeat(99_000))],
  ['100 cells that declare the same 900 names', cells(100, names(900))],
  ['semicolons', cells(1, ';'.repeat(190_000))],
  ['statements', cells(1, 'a;\n'.repeat(60_000))],
  ['calls in one line', cells(1, 'f(1);'.repeat(30_000))],
  ['single letters', cells(1, 'a '.repeat(90_000))],
  ['templates', cells(1, '`a${b}c`;'.repeat(20_000))],
  ['casts', cells(1, '<T>('.repeat(40_000))],
  ['arrows', cells(1, '(a='.repeat(40_000))],
  ['a line of a million letters', cells(1, 'a'.repeat(990_000))],
  ['half characters', cells(1, '\ud800'.repeat(100_001))],
  ['marks that turn the direction of text', cells(1, '\u202e'.repeat(100_001))],
];

const shown: [string, unknown][] = [
  ['a name of 90,000 dollars', cells(1, `let $names${'$'.repeat(90_000)} = 1`)],
  ['10 cells that declare the same 300 names', cells(10, names(300))],
  ['100 cells that declare the same 30 names', cells(100, names(30))],
  ['9,000 empty lines', cells(1, '\n'.repeat(9_000))],
  ['9,000 semicolons', cells(1, ';'.repeat(9_000))],
  ['9,000 brackets', cells(1, '('.repeat(9_000))],
  [
    '2,500 names that another cell reads',
    [
      1,
      chapter,
      [],
      [
        ['', names(2_500), {}],
        ['', names(1, 9_999), {}],
      ],
      [],
    ],
  ],
  ['a comment of 90,000 letters', cells(1, `// ${'a'.repeat(90_000)}`)],
  ['a comment that never ends', cells(1, '/* '.repeat(3_000))],
  ['a text of 90,000 backslashes', cells(1, `'${'\\'.repeat(9_000)}`)],
];

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  ({ page } = await site.open('/en/convolution/'));
  // The notebook's code is loaded by a first link, so that each link below is measured alone.
  await follow(hashOf(cells(1, '1')));
  await page.locator('.rc-banner').waitFor();
});
afterAll(() => site.close());

/** The longest task that is taken for an answering page, in milliseconds of computing, on a machine that is shared. */
const answer = 500;

/** The longest task of the page's main thread while `act` goes on. */
const longest = async (act: () => Promise<void>): Promise<number> => (await longestTask(site.browser, page, act)).cpu;

/** Opens a link in the page that is open, as a click on it would. */
async function follow(hash: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), hash);
}

describe('a link that means harm', () => {
  it.each(refused)('is refused before anything is compiled or drawn: %s', async (_, content) => {
    const busy = await longest(async () => {
      await follow(hashOf(content));
      await expect.poll(() => page.locator('notebook-bar').innerText(), { timeout: 8_000 }).toContain('too large');
    });
    expect(busy).toBeLessThan(answer);
    expect(await page.locator('notebook-cell[data-from-link]').count()).toBe(0);
    await follow('');
  });

  it.each(shown)('is shown soon: %s', async (_, content) => {
    const busy = await longest(async () => {
      await follow(hashOf(content));
      await page.locator('notebook-cell[data-from-link]').first().waitFor({ timeout: 8_000 });
      await page.waitForTimeout(300);
    });
    expect(busy).toBeLessThan(answer);
    expect(await page.locator('.rc-cell-code *').count()).toBeLessThan(120_000);
    await page.getByRole('button', { name: 'Back to mine' }).first().click({ timeout: 8_000 });
    await expect.poll(() => page.locator('notebook-cell[data-from-link]').count(), { timeout: 8_000 }).toBe(0);
  });
});
