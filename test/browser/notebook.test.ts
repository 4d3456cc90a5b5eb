import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, cellNames, openSite, runCell, settled, typeInto, type OpenPage, type Site, outputAt } from './site';

let site: Site;
let reader: OpenPage;
let first: string;
beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/convolution/');
  first = (await cellNames(reader.page))[0] ?? '';
});
afterAll(() => site.close());

const output = (kind: string): string => outputAt(first, kind);

describe('a cell on the page', () => {
  it('runs what a reader typed', async () => {
    await typeInto(reader.page, first, 'const sixTimesSeven = 6 * 7;\nsixTimesSeven');
    expect(await runCell(reader.page, first)).toBe('done');
    await expect.poll(() => reader.page.locator(output('tree')).textContent()).toContain('42');
  });

  it('keeps the edit after a reload', async () => {
    await reader.page.waitForTimeout(1000);
    await reader.page.reload();
    await reader.page.waitForFunction(
      (selector) => document.querySelector(selector)?.textContent?.includes('6 * 7'),
      cellAt(first),
    );
  });

  it('stops an endless loop within two seconds and goes on', async () => {
    const { page } = reader;
    await typeInto(page, first, 'while (true) {}');
    await page
      .locator(`${cellAt(first)} [data-action="run"]`)
      .first()
      .click();
    await page.waitForSelector(`${cellAt(first)}[data-state="running"]`);
    // Timed in the page: on a busy machine the driver's own steps take longer than the stop.
    const took = await page.locator(cellAt(first)).evaluate(
      (cell) =>
        new Promise<number>((resolve) => {
          const start = performance.now();
          new MutationObserver(
            () => cell.getAttribute('data-state') === 'stopped' && resolve(performance.now() - start),
          ).observe(cell, { attributes: true });
          cell.querySelector<HTMLElement>('[data-action="stop"]')?.click();
        }),
    );
    expect(took).toBeLessThan(2000);
    expect(await settled(page, first)).toBe('stopped');
    await typeInto(page, first, '40 + 2');
    expect(await runCell(page, first)).toBe('done');
    await expect.poll(() => page.locator(output('tree')).textContent()).toContain('42');
  });

  it('names the line of a thrown error', async () => {
    const { page } = reader;
    await typeInto(page, first, 'const a = 1;\n\nthrow new RangeError(`too ${a}`);');
    expect(await runCell(page, first)).toBe('failed');
    const said = await page.locator(output('error')).textContent();
    expect(said).toContain('RangeError');
    expect(said).toContain('too 1');
    expect(said).toMatch(/line 3/);
  });

  it('cannot fetch from another origin', async () => {
    const { page } = reader;
    await typeInto(page, first, 'await fetch("https://example.com/").then(() => "reached", () => "refused")');
    expect(await runCell(page, first)).toBe('done');
    await expect.poll(() => page.locator(output('tree')).textContent()).toContain('refused');
  });

  it('gives the lesson back on Reset', async () => {
    const { page } = reader;
    await page
      .locator(`${cellAt(first)} [data-action="reset"]`)
      .first()
      .click();
    expect(await runCell(page, first)).toBe('done');
    expect(await page.locator(output('error')).count()).toBe(0);
  });
});

describe('a phone', () => {
  it('gets a plain text field instead of Monaco', async () => {
    const { page, context } = await site.open('/en/convolution/', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    await page
      .locator(`${cellAt(first)} [data-code]`)
      .first()
      .tap();
    const field = page.locator(`${cellAt(first)} textarea`);
    await field.fill('1 + 2');
    await page
      .locator(`${cellAt(first)} [data-action="run"]`)
      .first()
      .tap();
    expect(await settled(page, first)).toBe('done');
    await expect.poll(() => page.locator(output('tree')).textContent()).toContain('3');
    expect(await page.locator('.monaco-editor').count()).toBe(0);
    await context.close();
  });
});
