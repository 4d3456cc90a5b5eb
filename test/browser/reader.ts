import type { Page } from 'playwright-core';
import { cellAt } from './site';

/** A phone: cells are edited in plain fields. */
export const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

export const notice = (page: Page, text: string) => page.locator('.rc-notice', { hasText: text });

/** The code that a cell shows. */
export const codeOf = (page: Page, cell: string): Promise<string | null> =>
  page
    .locator(`${cellAt(cell)} code`)
    .first()
    .textContent();

/** Opens the plain field of a cell on a phone and empties it. A tap is lost where the page moves under it. */
export async function openField(page: Page, cell: string): Promise<void> {
  const field = page.locator(`${cellAt(cell)} textarea`);
  for (let tap = 0; tap < 5 && !(await field.isVisible()); tap += 1) {
    await page
      .locator(`${cellAt(cell)} [data-code]`)
      .first()
      .tap();
    await field.waitFor({ timeout: 5000 }).catch(() => undefined);
  }
  await field.fill('');
}

/** All texts that the store has for a cell: the one that is shown and its rivals. */
export const textsOf = (page: Page, cell: string, chapter = '02-convolution'): Promise<string[]> =>
  page.evaluate(
    (key) =>
      new Promise<string[]>((resolve, reject) => {
        const opened = indexedDB.open('receptive');
        opened.onerror = () => reject(new Error('the store does not open'));
        opened.onsuccess = () => {
          const stores = opened.result.objectStoreNames;
          const get = stores.contains('edits') && opened.result.transaction('edits').objectStore('edits').get(key);
          if (!get) return resolve([]);
          get.onsuccess = () => {
            opened.result.close();
            const { source, rivals = [] } = (get.result ?? {}) as { source?: string; rivals?: string[] };
            resolve(source === undefined ? [] : [source, ...rivals]);
          };
        };
      }),
    [chapter, cell],
  );

/** How many edits the browser's store holds. */
export const storedEdits = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opened = indexedDB.open('receptive');
        opened.onerror = () => reject(new Error('the store does not open'));
        opened.onsuccess = () => {
          const count = opened.result.transaction('edits').objectStore('edits').count();
          count.onsuccess = () => {
            opened.result.close();
            resolve(count.result);
          };
        };
      }),
  );
