import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { floods } from '../../bench/floods/floods.mjs';
import { longestTask } from '../../bench/notebook/longest-task.mjs';
import { cellAt, openSite, runCell, settled, touchScreen, typeInto, type OpenPage, type Site, outputAt } from './site';

/**
 * The longest task that is taken for an answering page, in milliseconds of computing. We want a tenth of a second on a machine of one's
 * own (`npm run bench:floods`); a shared one takes several times as long, and a page that freezes takes seconds.
 */
const answer = 500;
/** Milliseconds after which a flood is stopped. */
const patience = 2000;
const cell = 'photograph';
let site: Site;
let open: OpenPage;
beforeAll(async () => {
  site = await openSite();
  open = await site.open('/en/convolution/', touchScreen);
  await typeInto(open.page, cell, '1 + 1');
  await runCell(open.page, cell);
});
afterAll(() => site.close());

const state = (): Promise<string | null> => open.page.locator(cellAt(cell)).getAttribute('data-state');
const ended = async (): Promise<boolean> => ['done', 'failed', 'stopped'].includes((await state()) ?? '');

async function start(source: string): Promise<void> {
  await typeInto(open.page, cell, source);
  const element = open.page.locator(cellAt(cell));
  await element.evaluate((one) => one.setAttribute('data-state', 'asked'));
  await element.locator('[data-action="run"]').first().click();
}

describe('the page answers while a cell shows', () => {
  // The longest task by the browser's own trace, in the thread's computing time: by the clock, a busy machine would be measured too.
  it.each(Object.entries(floods))('%s', { timeout: 60_000 }, async (_, source) => {
    const longest = await longestTask(site.browser, open.page, async () => {
      await start(source);
      const begun = performance.now();
      while (!(await ended()) && performance.now() - begun < patience) await open.page.waitForTimeout(100);
      if (!(await ended())) {
        // Stop can be pressed at any time.
        const stop = open.page.locator(`${cellAt(cell)} [data-action="stop"]`).first();
        while (!(await ended())) await stop.click({ timeout: 2000 }).catch(() => undefined);
      }
      // What is drawn after the end counts too.
      await open.page.waitForTimeout(300);
    });
    expect(longest.tasks).toBeGreaterThan(0);
    expect(longest.cpu).toBeLessThan(answer);
    expect(open.complaints).toEqual([]);
  });

  it('a value for ever, of which the first 50 are shown', { timeout: 60_000 }, async () => {
    await start(floods['a value for ever'] ?? '');
    await open.page.locator(outputAt(cell, 'more')).waitFor();
    await open.page
      .locator(`${cellAt(cell)} [data-action="stop"]`)
      .first()
      .click();
    expect(await settled(open.page, cell)).toBe('stopped');
    await expect.poll(() => open.page.locator(outputAt(cell, 'tree')).count()).toBe(50);
  });
});

it('shows the next 50 of 120 outputs, and then the last, by the keyboard too', { timeout: 60_000 }, async () => {
  await start("for (let i = 0; i < 120; i++) show('value ' + i)");
  expect(await settled(open.page, cell)).toBe('done');
  const outputs = open.page.locator(outputAt(cell, 'tree'));
  const button = open.page.locator(`${cellAt(cell)} [data-action="more"]`);
  await expect.poll(() => button.textContent()).toBe('Show 50 more');
  await button.focus();
  await open.page.keyboard.press('Enter');
  await expect.poll(() => outputs.count()).toBe(100);
  await expect.poll(() => button.textContent()).toBe('Show 20 more');
  await open.page.keyboard.press('Enter');
  await expect.poll(() => outputs.count()).toBe(120);
  await outputs.last().scrollIntoViewIfNeeded();
  await expect.poll(() => outputs.last().textContent()).toContain('value 119');
  // The button is gone, and the focus is where it was.
  expect(
    await open.page.evaluate(() => document.activeElement?.closest('[data-output]')?.getAttribute('data-output')),
  ).toBe('more');
});
