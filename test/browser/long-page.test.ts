import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phone } from './reader';
import { cellAt, openSite, type Site } from './site';

/** A chapter is laid out as it comes near the window: nothing of that may be seen. */
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const far = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('notebook-cell:not([data-near])').length);
const topOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((at) => document.getElementById(at)?.getBoundingClientRect().top ?? Number.NaN, id);

describe.each([
  ['a desktop', { viewport: { width: 1440, height: 900 } }],
  ['a phone', phone],
])('a long page on %s', (_name, options) => {
  it('opens at the cell that a link names, with most of it not laid out yet', async () => {
    const { page, context } = await site.open('/en/models/', options);
    const names = await page
      .locator('.sl-markdown-content > notebook-cell')
      .evaluateAll((cells) => cells.map(({ id }) => id));
    expect(await far(page)).toBeGreaterThan(names.length / 2);
    const tops: number[] = [];
    for (const name of [5, 12, 19].map((at) => names[at] ?? '')) {
      await page.goto('about:blank');
      await page.goto(new URL(`/en/models/#${name}`, site.url).href);
      await page.locator(`${cellAt(name)}[data-near]`).waitFor();
      await page.waitForTimeout(500);
      tops.push(await topOf(page, name));
    }
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(2);
    expect(tops[0]).toBeGreaterThan(60);
    expect(tops[0]).toBeLessThan(240);
    await context.close();
  });

  it('does not jump when parts above the window are laid out', async () => {
    const { page, context } = await site.open('/en/convolution/#from-noise', options);
    await page.locator(`${cellAt('from-noise')}[data-near]`).waitFor();
    await page.waitForTimeout(500);
    const before = await far(page);
    for (let step = 0; step < 8; step += 1) {
      const moved = await page.evaluate(async () => {
        const part = [...document.querySelectorAll('.sl-markdown-content > *')].find(
          (one) => one.getBoundingClientRect().top > 200 && one.getBoundingClientRect().height > 0,
        );
        const from = part?.getBoundingClientRect().top ?? Number.NaN;
        dispatchEvent(new WheelEvent('wheel'));
        scrollBy({ top: -400, behavior: 'instant' });
        await new Promise((resolve) => setTimeout(resolve, 200));
        return (part?.getBoundingClientRect().top ?? Number.NaN) - from;
      });
      expect(Math.abs(moved - 400)).toBeLessThan(3);
    }
    expect(await far(page)).toBeLessThan(before);
    await context.close();
  });

  it('marks in its contents what is read, and a link there leads to its heading', async () => {
    const { page, context } = await site.open('/zh-cn/models/', options);
    const open = page.locator('[data-contents] summary:visible');
    const links = page.locator('[data-contents] a:visible');
    const current = page.locator('[data-contents] a[aria-current]');
    await expect.poll(() => current.first().getAttribute('href')).toBe('#_top');
    for (const at of [6, 2]) {
      if ((await open.count()) > 0) await open.click();
      const link = links.nth(at);
      const href = (await link.getAttribute('href')) ?? '';
      await link.click();
      await expect.poll(() => current.first().getAttribute('href')).toBe(href);
      await page.waitForTimeout(500);
      const top = await topOf(page, decodeURIComponent(href.slice(1)));
      expect(top).toBeGreaterThan(40);
      expect(top).toBeLessThan(240);
      expect(await current.first().getAttribute('href')).toBe(href);
      expect(await links.count()).toBe(
        (await open.count()) > 0 ? 0 : (await page.locator('[data-contents] a').count()) / 2,
      );
    }
    await context.close();
  });
});

it('opens at its top where a link is broken, and complains of nothing', async () => {
  const { page, context, complaints } = await site.open('/en/images/#%E0%A4%A');
  await page.locator('.sl-markdown-content > [data-near]').first().waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});
