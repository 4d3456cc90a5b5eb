import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phone } from './reader';
import { cellAt, openSite, runCell, settled, typeInto, type Site, outputAt } from './site';

/** Where the reader looks, acts and listens, the page stays, opens and speaks. */
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const topOf = (page: Page, selector: string): Promise<number> =>
  page.evaluate((at) => document.querySelector(at)?.getBoundingClientRect().top ?? Number.NaN, selector);
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { className, tagName, dataset } = document.activeElement as HTMLElement;
    return dataset.part ?? dataset.action ?? (className || tagName);
  });

describe('Run', () => {
  it.each(['/en/convolution/#from-noise', '/en/gallery/#grad-cam'])(
    'keeps the pressed cell where it is while its needs open above it: %s',
    async (path) => {
      const { page } = await site.open(path);
      const cell = cellAt(path.split('#')[1] ?? '');
      const button = page.locator(`${cell} [data-action="run"]`).first();
      await button.waitFor();
      // Outputs are there before a run: without them it moves more.
      await page.evaluate(() => document.querySelectorAll('.rc-still').forEach((still) => still.remove()));
      await page.evaluate((at) => document.querySelector(at)?.scrollIntoView(), cell);
      const before = await topOf(page, cell);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await button.click();
      await settled(page, path.split('#')[1] ?? '', 240_000);
      // Something did open above.
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(height + 300);
      expect(Math.abs((await topOf(page, cell)) - before)).toBeLessThan(60);
    },
  );

  it('that is pressed before the cells’ script has come is shown as pressed, and done when it is there', async () => {
    const { page } = await site.open('/en/');
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/_astro\/.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    const cell = await page.locator('notebook-cell').first().getAttribute('data-cell');
    const run = page.locator(`${cellAt(cell ?? '')} [data-action="run"]`).first();
    await run.click();
    await expect.poll(() => run.getAttribute('data-pressed')).toBe('');
    expect(await page.locator(cellAt(cell ?? '')).getAttribute('data-state')).toBe('idle');
    release();
    expect(await settled(page, cell ?? '')).toBe('done');
    expect(await run.getAttribute('data-pressed')).toBeNull();
  });
});

describe('what opens', () => {
  it('is in view: the map of a network, the pictures of a confusion', async () => {
    const { page } = await site.open('/en/convolution/', { viewport: { width: 1440, height: 700 } });
    const cell = 'prediction';
    await typeInto(
      page,
      cell,
      `const some = await digits({ train: 20, test: 60 })
const net = tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 4, kernelSize: 5, activation: 'relu' }),
  tf.layers.flatten(), tf.layers.dense({ units: 10, activation: 'softmax' }) ] })
net.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
inspect(net, some.test.images.slice([0], [1]))
await confusionMatrix(net, some.test.images, some.test.labels)`,
    );
    expect(await runCell(page, cell)).toBe('done');
    const inView = (selector: string): Promise<boolean> =>
      page.evaluate((at) => {
        const { top, bottom } = document.querySelector(at)?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return top >= 0 && bottom > top && (bottom <= innerHeight || top < innerHeight / 3);
      }, selector);
    const open = async (target: string, panel: string): Promise<void> => {
      // The target stands at the lower edge of the window, so that what opens below it is out of view.
      await page.locator(target).evaluate((element) => element.scrollIntoView({ block: 'end' }));
      await page.locator(target).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await expect.poll(() => inView(panel)).toBe(true);
    };
    await open(
      `${outputAt(cell, 'network')} [role="application"]`,
      `${outputAt(cell, 'network')} .rc-net-panel .rc-panel`,
    );
    await open(`${outputAt(cell, 'confusion')} .rc-cells`, `${outputAt(cell, 'confusion')} .rc-shelf`);
  });

  it('lies below, also on the start page: a cell that the reader adds', async () => {
    for (const path of ['/en/', '/zh-cn/']) {
      const { page } = await site.open(path, { viewport: { width: 1440, height: 900 } });
      const lesson = page.locator('notebook-cell').first();
      for (const count of [1, 2]) {
        await lesson.locator('[data-action="insert"]').click();
        await page
          .locator('notebook-cell[data-scratch]')
          .nth(count - 1)
          .waitFor();
      }
      const boxes = await page.locator('notebook-cell').evaluateAll((cells) =>
        cells.map((cell) => {
          const { top, bottom } = cell.getBoundingClientRect();
          return { top, bottom };
        }),
      );
      expect(boxes).toHaveLength(3);
      boxes.slice(1).forEach(({ top }, at) => expect(top).toBeGreaterThanOrEqual(boxes[at]?.bottom ?? Number.NaN));
    }
  });

  it('stands in the middle: the list of keys', async () => {
    const { page } = await site.open('/en/convolution/', { viewport: { width: 1440, height: 900 } });
    await page.locator('notebook-cell [data-part="code"]').first().focus();
    await page.keyboard.press('h');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    const box = (await dialog.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(Math.abs(box.x + box.width / 2 - 720)).toBeLessThan(12);
    expect(Math.abs(box.y + box.height / 2 - 450)).toBeLessThan(60);
  });

  it('has a button that can be seen on a phone: share, download, keep', async () => {
    const { page } = await site.open('/en/convolution/', phone);
    const shown = await page.locator('notebook-bar summary').evaluateAll((all) =>
      all.map((summary) => {
        const { width, height } = (summary.querySelector('svg') ?? summary).getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(Math.min(...shown)).toBeGreaterThan(10);
  });
});

describe('the keyboard', () => {
  it('leaves a cell by Tab after Esc, and changes nothing on the way', async () => {
    const { page } = await site.open('/en/images/');
    const cell = (await page.locator('notebook-cell').first().getAttribute('data-cell')) ?? '';
    const code = page.locator(`${cellAt(cell)} [data-part="code"]`);
    await code.focus();
    await page.keyboard.press('Enter');
    await page.locator(`${cellAt(cell)} .monaco-editor`).waitFor();
    await expect.poll(() => code.getAttribute('aria-busy')).toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedName(page)).toBe('code');
    await page.keyboard.press('Tab');
    // Its outputs.
    await expect.poll(() => focusedName(page)).toBe('rc-picture');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => focusedName(page)).toBe('code');
    expect(await page.locator(`${cellAt(cell)} [data-part="edited"]`).isVisible()).toBe(false);
  });
});

describe('a screen reader', () => {
  it('hears the cell’s name and its end; of a whole chapter the start and one sum-up', async () => {
    const { page } = await site.open('/en/images/');
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver((changes) => {
        const regions = new Set(
          changes.map(({ target }) =>
            (target instanceof Element ? target : target.parentElement)?.closest('[role="status"]'),
          ),
        );
        for (const region of regions)
          if (region?.closest('[data-part="live"], .rc-bar-kernel')) said.push(region.textContent);
      }).observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    const said = (): Promise<string[]> =>
      page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0).filter((text) => text !== ''));
    await runCell(page, 'one-pixel');
    const first = await said();
    expect(first).toContain('Starting …');
    expect(first.filter((text) => text.startsWith('Ready on'))).toHaveLength(1);
    expect(first.at(-1)).toMatch(/^(one-pixel: done in .+\.|\d of \d cells done in .+\.)$/);
    await runCell(page, 'one-pixel');
    expect(await said()).toEqual(['one-pixel: running.', expect.stringMatching(/^one-pixel: done in \d+ ms\.$/)]);
    await typeInto(page, 'one-pixel', 'nothing.there');
    await runCell(page, 'one-pixel');
    expect((await said()).at(-1)).toMatch(/^one-pixel: error on line 1\. .*nothing/);
  });
});

it('a check that failed does not stand under a green “done”', async () => {
  const { page } = await site.open('/en/images/');
  const check = page.locator('notebook-cell[data-kind="check"]').first();
  const name = (await check.getAttribute('data-cell')) ?? '';
  await runCell(page, name);
  await expect.poll(() => check.locator('[data-part="status"]').textContent()).toBe('not yet right');
  const colour = (): Promise<string> => check.evaluate((cell) => getComputedStyle(cell, '::before').backgroundColor);
  const green = await page.locator('html').evaluate((root) => {
    const probe = document.createElement('i');
    probe.style.background = 'var(--rc-ok)';
    root.append(probe);
    const { backgroundColor } = getComputedStyle(probe);
    probe.remove();
    return backgroundColor;
  });
  expect(await colour()).not.toBe(green);
});
