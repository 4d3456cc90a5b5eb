import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, cellNames, openSite, runCell, typeInto, type OpenPage, type Site, outputAt } from '../site';

let site: Site;
let reader: OpenPage;
let lesson: string[];
beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/convolution/');
  lesson = await cellNames(reader.page);
});
afterAll(() => site.close());

const first = (): string => lesson[0] ?? '';
const act = (cell: string, action: string): string => `${cellAt(cell)} [data-action="${action}"]`;
const saved = (): Promise<void> => reader.page.waitForTimeout(800);

describe('a cell of the reader’s own', () => {
  it('comes below a cell with its editor open, by the + between cells', async () => {
    const { page } = reader;
    await page.locator(cellAt(first())).hover();
    await page.locator(act(first(), 'insert')).click();
    await page.locator(cellAt('scratch-1')).waitFor();
    expect((await cellNames(page)).slice(0, 2)).toEqual([first(), 'scratch-1']);
    await expect.poll(() => page.locator(cellAt('scratch-1')).getAttribute('data-scratch')).not.toBeNull();
    await page.keyboard.insertText('const twice = 2 * grey.size;\ntwice');
    expect(await runCell(page, 'scratch-1')).toBe('done');
    // It is in the graph: what it reads ran first.
    await expect.poll(() => page.locator(cellAt(first())).getAttribute('data-state')).toBe('done');
    await expect.poll(() => page.locator(outputAt('scratch-1', 'tree')).textContent()).toContain('87');
  });

  it('survives a reload with its place and text', async () => {
    const { page } = reader;
    await saved();
    await page.reload();
    await page.locator(cellAt('scratch-1')).waitFor();
    expect((await cellNames(page)).slice(0, 2)).toEqual([first(), 'scratch-1']);
    await expect.poll(() => page.locator(`${cellAt('scratch-1')} code`).textContent()).toContain('const twice');
    await expect.poll(() => page.locator(`${cellAt('scratch-1')}`).getAttribute('aria-label')).toBe('Cell scratch-1');
  });

  it('is deleted by its menu, and brought back', async () => {
    const { page } = reader;
    await page.locator(`${cellAt('scratch-1')} .rc-cell-menu summary`).click();
    await page.locator(act('scratch-1', 'delete')).click();
    await expect.poll(() => cellNames(page)).toEqual(lesson);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator(cellAt('scratch-1')).waitFor();
    await expect.poll(() => page.locator(`${cellAt('scratch-1')} code`).textContent()).toContain('const twice');
  });

  it('stays deleted after a reload', async () => {
    const { page } = reader;
    await page.locator(`${cellAt('scratch-1')} .rc-cell-menu summary`).click();
    await page.locator(act('scratch-1', 'delete')).click();
    await saved();
    await page.reload();
    await page.waitForTimeout(1500);
    await expect.poll(() => cellNames(page)).toEqual(lesson);
  });

  it('is not offered for a cell of the lesson, which cannot be deleted', async () => {
    await expect.poll(() => reader.page.locator(act(first(), 'delete')).isHidden()).toBe(true);
  });

  it('can be emptied and typed into again', async () => {
    const { page } = reader;
    await page.locator(`${cellAt(first())} .rc-cell-menu summary`).click();
    await page.locator(act(first(), 'insert-above')).click();
    const [top = ''] = await cellNames(page);
    expect(top).toMatch(/^scratch-/);
    await typeInto(page, top, '6 * 7');
    expect(await runCell(page, top)).toBe('done');
    await typeInto(page, top, '');
    await saved();
    await page.reload();
    await page.locator(cellAt(top)).waitFor();
    expect((await cellNames(page))[0]).toBe(top);
  });

  it('has thumb-sized buttons on a phone', async () => {
    const { page, context } = await site.open('/en/convolution/', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    const add = page.locator(act(first(), 'insert'));
    const size = await add.evaluate((button) => {
      const { width, height } = button.getBoundingClientRect();
      const around = getComputedStyle(button, '::before');
      return [
        width - Number.parseFloat(around.left) - Number.parseFloat(around.right),
        height - Number.parseFloat(around.top) - Number.parseFloat(around.bottom),
      ];
    });
    expect(Math.min(...size)).toBeGreaterThanOrEqual(44);
    await add.tap();
    await page.locator(`${cellAt('scratch-1')} textarea`).fill('1 + 2');
    expect(await runCell(page, 'scratch-1')).toBe('done');
    await context.close();
  });
});
