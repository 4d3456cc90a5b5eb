import type { BrowserContext, Page } from 'playwright-core';
import { cellAt, outputAt, type Site } from '../site.ts';

/** Cells of the chapter on which the suite runs. */
export const cells = { witness: 'photograph', edited: 'edge-kernel', next: 'scratch-1', hostile: 'scratch-2' } as const;

/** The text that the reader has typed into another cell. */
export const ownWords = 'const ownWords = 1 // the reader’s own';

/** A reader's page with an edit, an output of an earlier run, and two cells of the reader's own below them. */
export interface Victim {
  page: Page;
  context: BrowserContext;
  /** Errors that nothing on the page caught. */
  errors: string[];
  close(): Promise<void>;
}

/** Rejects after `patience` milliseconds: a page that has frozen never answers. */
export async function within<Result>(patience: number, what: string, result: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer in ${patience / 1000} s`)), patience);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}

/** Opens the page; its editors are plain text fields, which take a text at once. */
export async function openVictim(site: Site, path = '/en/convolution/'): Promise<Victim> {
  const { page, context } = await site.open(path, { hasTouch: true, viewport: { width: 1100, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  // An edit is made before any harm is done, and has to reach the store.
  await write(page, cells.witness, '6 * 7');
  await write(page, cells.edited, ownWords);
  await insertBelow(page, cells.edited, cells.next);
  await insertBelow(page, cells.next, cells.hostile);
  await page
    .locator(`${cellAt(cells.witness)} [data-action="run"]`)
    .first()
    .click();
  await page.locator(outputAt(cells.witness, 'tree'), { hasText: '42' }).waitFor();
  return { page, context, errors, close: () => close(context) };
}

/** A frozen page is closed by the browser, in its own time. */
const close = (context: BrowserContext): Promise<void> =>
  within(10_000, 'close', context.close()).catch(() => undefined);

export async function write(page: Page, cell: string, source: string): Promise<void> {
  await page
    .locator(`${cellAt(cell)} [data-code]`)
    .first()
    .click();
  await page.locator(`${cellAt(cell)} textarea`).fill(source);
}

async function insertBelow(page: Page, cell: string, added: string): Promise<void> {
  await page
    .locator(`${cellAt(cell)} [data-action="insert"]`)
    .first()
    .click();
  await page.locator(`${cellAt(added)} textarea`).waitFor();
}
