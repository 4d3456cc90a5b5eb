import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellAt, openSite, runCell, settled, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const first = 'photograph';
const run = `${cellAt(first)} [data-action="run"]`;

it('a kernel that cannot be fetched says so at the cell, and Try again runs it once it can', async () => {
  const { page, context } = await site.open('/en/convolution/');
  // Either may come first: what the kernel said while nobody listened is not lost.
  await context.route('**/_astro/notebook.*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  for (const notebookFirst of [false, true]) {
    await context.route('**/_astro/worker-*.js', (route) => route.abort());
    await page.reload();
    if (notebookFirst) {
      await page.locator(`${cellAt(first)} [data-part="code"]`).hover();
      await page.locator(`${cellAt(first)} .rc-cell-edges`, { hasText: /\w/ }).waitFor();
    }
    await page.locator(run).first().click();
    await page.locator(`${cellAt(first)} .rc-notice`, { hasText: 'The kernel did not start' }).waitFor();
    await context.unroute('**/_astro/worker-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await settled(page, first)).toBe('done');
  }
  await context.close();
});

it('a notebook that cannot be fetched says so at the cell, and the next click tries again', async () => {
  const { page, context } = await site.open('/en/convolution/');
  await context.route('**/_astro/notebook.*.js', (route) => route.abort());
  await page.locator(run).first().click();
  await page.locator(`${cellAt(first)} .rc-cell-unloaded`).waitFor();
  await context.unroute('**/_astro/notebook.*.js');
  expect(await runCell(page, first)).toBe('done');
  await expect.poll(() => page.locator(`${cellAt(first)} .rc-cell-unloaded`).isVisible()).toBe(false);
  await context.close();
});

it.each([
  ['/zh-cn/no-such-chapter/', 'zh-CN', '书里没有这一页'],
  ['/en/no-such-chapter/', 'en', 'This page is not in the book'],
])('the page for %s, which is not there, begins in the language of the address', async (path, lang, words) => {
  const { page, context } = await site.open(path);
  await expect.poll(() => page.locator('.lost h1').first().textContent()).toBe(words);
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  await context.close();
});
