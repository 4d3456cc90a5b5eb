import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, typeInto, type OpenPage, type Site, outputAt } from './site';

let site: Site;
let reader: OpenPage;
const [one, two, three] = ['photograph', 'edge-kernel', 'ten-lines'];
beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/convolution/', { viewport: { width: 1440, height: 900 } });
  await typeInto(reader.page, one, 'const early = 20 + 1');
  await typeInto(reader.page, two, 'const twice = 2 * early');
  await typeInto(reader.page, three, 'const thrice = twice + early\nthrice');
});
afterAll(() => site.close());

const state = (cell: string) => reader.page.locator(cellAt(cell)).getAttribute('data-state');
const part = (cell: string, name: string) => reader.page.locator(`${cellAt(cell)} [data-part="${name}"]`);

describe('the graph of a chapter’s cells', () => {
  it('runs what a cell needs first', async () => {
    expect(await runCell(reader.page, three)).toBe('done');
    await expect.poll(() => state(one)).toBe('done');
    await expect.poll(() => state(two)).toBe('done');
    await expect.poll(() => reader.page.locator(outputAt(three, 'tree')).textContent()).toContain('63');
  });

  it('shows what a cell reads and feeds when the pointer is over it', async () => {
    await reader.page.locator(cellAt(two)).locator('.rc-cell-bar').hover();
    const edges = part(two, 'edges');
    await expect.poll(() => edges.isVisible()).toBe(true);
    const said = await edges.textContent();
    expect(said).toContain(one);
    expect(said).toContain(three);
  });

  it('marks what an edit makes stale, in words too, and Run stale brings it up to date', async () => {
    const { page } = reader;
    await typeInto(page, one, 'const early = 100');
    await expect.poll(() => state(two)).toBe('stale');
    await expect.poll(() => state(three)).toBe('stale');
    await expect.poll(() => part(three, 'status').textContent()).toContain('stale');
    await page.locator('notebook-bar [data-action="run-stale"]').click();
    await expect.poll(() => state(three)).toBe('done');
    await expect.poll(() => page.locator(outputAt(three, 'tree')).textContent()).toContain('300');
  });

  it('runs what is above a cell, and nothing else', async () => {
    const { page } = reader;
    await typeInto(page, one, 'const early = 7');
    await page.locator(`${cellAt(two)} .rc-cell-menu summary`).click();
    await page.locator(`${cellAt(two)} [data-action="run-above"]`).click();
    await expect.poll(() => state(one)).toBe('done');
    await expect.poll(() => state(two)).toBe('stale');
  });

  it('refuses a name that is declared twice, a cycle and a write to another cell’s name, and names both cells', async () => {
    const { page } = reader;
    const problem = async (cell: string): Promise<string> => {
      expect(await runCell(page, cell)).toBe('failed');
      return (await page.locator(outputAt(cell, 'error')).textContent()) ?? '';
    };
    await typeInto(page, two, 'const early = 1');
    await expect.poll(() => problem(two)).toMatch(/early.*photograph.*edge-kernel/s);
    await typeInto(page, two, 'const twice = thrice');
    // It is told at once, without a run.
    await expect
      .poll(() => part(two, 'notices').textContent())
      .toMatch(/edge-kernel.*ten-lines|ten-lines.*edge-kernel/s);
    for (const cell of [two, three])
      await expect.poll(() => problem(cell)).toMatch(/circle.*edge-kernel.*ten-lines|circle.*ten-lines.*edge-kernel/s);
    await typeInto(page, two, 'early = 2');
    await expect.poll(() => problem(two)).toMatch(/early.*photograph/s);
  });

  it('makes a restart forget values, not outputs, and any run brings them back', async () => {
    const { page } = reader;
    await typeInto(page, two, 'const twice = 2 * early');
    expect(await runCell(page, three)).toBe('done');
    await page.locator('notebook-bar [data-action="restart"]').click();
    await expect.poll(() => state(three)).toBe('stale');
    await expect.poll(() => page.locator(outputAt(three, 'tree')).textContent()).toContain('21');
    expect(await runCell(page, three)).toBe('done');
    await expect.poll(() => state(one)).toBe('done');
    expect(reader.complaints).toEqual([]);
  });
});
