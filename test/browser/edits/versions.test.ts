import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chapterCells } from '../../../src/notebook/build/chapter-cells';
import { makeLink } from '../../../src/notebook/share/link';
import { codeOf, notice, textsOf } from '../reader';
import { cellAt, openSite, typeInto, type Site } from '../site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const chapter = '02-convolution';
const lesson = chapterCells(chapter, 'en').map(({ name }) => name);
const [first = '', second = '', third = ''] = lesson;

describe('a store that a newer version of the book has changed', () => {
  it('hides nothing; what is typed is put aside, and can be downloaded', async () => {
    const { page, context, complaints } = await site.open('/en/convolution/');
    await typeInto(page, first, '// saved before');
    await expect.poll(() => textsOf(page, first)).toEqual(['// saved before']);
    const other = await context.newPage();
    await other.goto(site.url);
    await other.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opened = indexedDB.open('receptive', 7);
          opened.onsuccess = resolve;
          opened.onerror = reject;
          opened.onblocked = reject;
        }),
    );
    await page.bringToFront();
    await typeInto(page, second, '// typed since');
    const said = notice(page, 'newer version of this book');
    await said.waitFor();
    await expect.poll(() => said.textContent()).toContain('put aside');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      said.getByRole('button', { name: 'Download my edits' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toContain('// saved before');
    expect(file).toContain('// typed since');
    await page.reload();
    await expect.poll(() => codeOf(page, first)).toBe('// saved before');
    await expect.poll(() => codeOf(page, second)).toBe('// typed since');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a message that says another tab wrote', () => {
  it('brings in no text: only what the store has counts', async () => {
    const { page, context, complaints } = await site.open('/en/convolution/');
    await typeInto(page, first, '// mine');
    await expect.poll(() => textsOf(page, first)).toEqual(['// mine']);
    const other = await context.newPage();
    await other.goto(site.url);
    await other.evaluate(
      ([of, cell]) => {
        const channel = new BroadcastChannel('receptive-edits');
        const forged = [null, 7, 'x', { chapter: of, cell, source: 5 }, { chapter: of, cell: 5 }, { chapter: of }];
        for (const message of forged) channel.postMessage(message);
        channel.postMessage({ chapter: of, cell, source: '// forged' });
        channel.postMessage({ chapter: of, cell });
      },
      [chapter, first],
    );
    await page.bringToFront();
    // What is really written after the forged messages is heard after them.
    await other.evaluate(
      ([of, cell]) =>
        new Promise<void>((resolve) => {
          const opened = indexedDB.open('receptive');
          opened.onsuccess = () => {
            const edits = opened.result.transaction('edits', 'readwrite').objectStore('edits');
            edits.put({ chapter: of, cell, source: '// theirs', original: '', updatedAt: 1 }).onsuccess = () => {
              new BroadcastChannel('receptive-edits').postMessage({ chapter: of, cell, source: '// forged' });
              opened.result.close();
              resolve();
            };
          };
        }),
      [chapter, second],
    );
    await page.locator(`${cellAt(second)} .rc-notice`, { hasText: 'edited in another tab' }).waitFor();
    expect(await page.locator(`${cellAt(first)} .rc-notice`).count()).toBe(0);
    await notice(page, 'edited in another tab').getByRole('button', { name: 'Take theirs' }).click();
    await expect.poll(() => codeOf(page, second)).toBe('// theirs');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a guest’s own typing', () => {
  it('in cells that the link does not touch is saved, and stays when the guest goes back to their own code', async () => {
    const edits = [{ cell: first, source: '// from the link', original: '' }];
    const hash = (await makeLink(chapter, { edits, added: [], controls: [] })) ?? '';
    const { page, context } = await site.open('/en/convolution/');
    await typeInto(page, third, '// mine of old');
    await expect.poll(() => textsOf(page, third)).toEqual(['// mine of old']);
    await page.goto(`${site.url}en/convolution/${hash}`);
    await page.reload();
    await page.locator('.rc-banner').waitFor();
    await typeInto(page, first, '// from the link, changed');
    await typeInto(page, second, '// mine');
    await typeInto(page, third, '// mine, while a guest');
    await expect.poll(() => textsOf(page, second)).toEqual(['// mine']);
    await expect.poll(() => textsOf(page, third)).toEqual(['// mine of old', '// mine, while a guest']);
    expect(await textsOf(page, first)).toEqual([]);
    await page.getByRole('button', { name: 'Back to mine' }).click();
    await page.locator(`${cellAt(third)} .rc-notice`, { hasText: 'two versions' }).waitFor();
    await page.reload();
    await expect.poll(() => codeOf(page, second)).toBe('// mine');
    await expect.poll(() => codeOf(page, third)).toBe('// mine of old');
    await page.locator(`${cellAt(third)} .rc-notice`, { hasText: 'two versions' }).waitFor();
    await expect.poll(() => codeOf(page, first)).toContain('photo(');
    await context.close();
  });
});

describe('what a cell held before', () => {
  const menu = async (page: Page, cell: string, action: string): Promise<void> => {
    await page.locator(`${cellAt(cell)} .rc-cell-menu summary`).click();
    await page.locator(`${cellAt(cell)} [data-action="${action}"]`).click();
  };

  it('Reset can be undone after more typing, and after a reload from the list of earlier versions', async () => {
    const { page, context, complaints } = await site.open('/en/convolution/');
    await typeInto(page, first, '// before Reset');
    await page.locator(`${cellAt(first)} [data-action="reset"]`).click();
    await typeInto(page, first, '// after Reset');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator(`${cellAt(first)} .view-lines`).textContent()).toContain('before');
    await expect.poll(() => textsOf(page, first)).toEqual(['// before Reset']);
    await page.reload();
    await expect.poll(() => codeOf(page, first)).toBe('// before Reset');
    await menu(page, first, 'history');
    const dialog = page.getByRole('dialog', { name: `Earlier versions of cell ${first}` });
    await dialog.getByText('after Reset', { exact: false }).waitFor();
    await dialog.getByText('Compare').first().click();
    await expect.poll(() => dialog.locator('ins').textContent()).toContain('after Reset');
    await dialog.getByRole('button', { name: 'Bring back' }).click();
    await expect.poll(() => codeOf(page, first)).toBe('// after Reset');
    expect(await page.evaluate(() => document.activeElement?.closest('notebook-cell')?.id)).toBe(first);
    await expect.poll(() => textsOf(page, first)).toEqual(['// after Reset']);
    // What it replaced can be brought back in turn.
    await menu(page, first, 'history');
    await dialog.getByText('before Reset', { exact: false }).first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a deleted cell comes back after a reload, by its key or from the chapter’s menu', async () => {
    const { page, context } = await site.open('/en/convolution/');
    const scratch = cellAt('scratch-1');
    const leave = async (): Promise<void> => {
      await menu(page, 'scratch-1', 'delete');
      await expect.poll(() => textsOf(page, 'scratch-1')).toEqual([]);
      await page.reload();
      await page.locator(cellAt(first)).hover();
    };
    await page.locator(`${cellAt(first)} [data-action="insert"]`).click();
    await page.locator(`${scratch} textarea, ${scratch} .native-edit-context`).first().waitFor({ state: 'attached' });
    await page.keyboard.insertText('6 * 7');
    await expect.poll(() => textsOf(page, 'scratch-1')).toEqual(['6 * 7']);
    await leave();
    await page.locator('notebook-bar details:has([data-action="share"]) > summary').click();
    await page.locator('notebook-bar [data-action="deleted"]').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click();
    await expect.poll(() => codeOf(page, 'scratch-1')).toBe('6 * 7');
    await expect.poll(() => textsOf(page, 'scratch-1')).toEqual(['6 * 7']);
    await leave();
    await page.locator(`${cellAt(first)} [data-part="code"]`).focus();
    await page.keyboard.press('z');
    await expect.poll(() => codeOf(page, 'scratch-1')).toBe('6 * 7');
    await context.close();
  });
});
