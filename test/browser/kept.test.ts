import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chapterCells } from '../../src/notebook/build/chapter-cells';
import { makeLink } from '../../src/notebook/share/link';
import { cellAt, chromiumPath, openSite, typeInto, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** How often a tab is killed while its reader types. */
const kills = process.env.RECEPTIVE_FULL === '1' ? 100 : 4;
const chapter = '02-convolution';
const lesson = chapterCells(chapter, 'en').map(({ name }) => name);
const [first = '', second = '', third = ''] = lesson;
const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

const notice = (page: Page, text: string) => page.locator('.rc-notice', { hasText: text });
const codeOf = (page: Page, cell: string): Promise<string | null> =>
  page
    .locator(`${cellAt(cell)} code`)
    .first()
    .textContent();
/** A new page; a browser whose processes were killed may first hand out one of those. */
const newPage = async (context: BrowserContext, tries = 5): Promise<Page> => {
  try {
    return await context.newPage();
  } catch (error) {
    if (tries === 1) throw error;
    return newPage(context, tries - 1);
  }
};
const openChapter = async (context: BrowserContext): Promise<Page> => {
  const page = await newPage(context);
  await page.goto(`${site.url}en/convolution/`);
  return page;
};

/** Opens the plain field of a cell on a phone and empties it. A tap is lost where the page moves under it. */
async function openField(page: Page, cell: string): Promise<void> {
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
const textsOf = (page: Page, cell: string): Promise<string[]> =>
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

/** Kills every page of the browser as the system does when it runs out of memory: no code of the page runs any more. */
async function killPages(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // A frame's process that has ended with its page meanwhile.
    }
  }
  await session.detach();
}

/** In the page: makes the browser refuse every write as it does when the disk is full, until `freeStore` is called. */
function fillStore(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  Object.assign(globalThis, { freeStore: () => (IDBObjectStore.prototype.put = put) });
}

/** Random numbers from a seed (Park and Miller's generator), so that a failure can be had again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Types a text without end, word by word and without a pause, into the field that has the focus. */
function startTyping(page: Page, begin: string): { stop(): void; typedBefore(time: number): string } {
  const typed = [{ text: '', at: 0 }];
  let stopped = false;
  const type = async (): Promise<void> => {
    for (let count = 0; !stopped; count += 1) {
      const word = count === 0 ? begin : ` ${String(count)}`;
      await page.keyboard.insertText(word);
      typed.push({ text: `${typed.at(-1)?.text ?? ''}${word}`, at: Date.now() });
    }
  };
  // It ends with the page.
  void type().catch(() => undefined);
  return {
    stop: () => void (stopped = true),
    typedBefore: (time) => typed.findLast(({ at }) => at <= time)?.text ?? '',
  };
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Types into the first cell of each tab, kills all tabs at once, and checks that the chapter has each text up to its last second. Returns
 * the page on which it looked.
 */
async function killWhileTyping(
  context: BrowserContext,
  browser: Browser,
  pages: readonly Page[],
  after: number,
): Promise<Page> {
  for (const page of pages) await openField(page, first);
  const mark = Date.now().toString(36);
  const typing = pages.map((page, tab) => startTyping(page, `// ${mark} tab ${String(tab)}:`));
  await wait(after);
  const killed = Date.now();
  await killPages(browser);
  for (const one of typing) one.stop();
  await Promise.all(pages.map((page) => page.close().catch(() => undefined)));

  const again = await openChapter(context);
  for (const one of typing) {
    const atLeast = one.typedBefore(killed - 1000);
    await expect.poll(() => textsOf(again, first)).toContainEqual(expect.stringContaining(atLeast));
  }
  return again;
}

describe('what a reader types without a pause', () => {
  it(`survives ${String(kills)} kills of its tab but for the last second`, { timeout: kills * 30_000 }, async () => {
    const random = randomFrom(7);
    // Every context is a private window.
    const context = await site.browser.newContext(phone);
    let page = await openChapter(context);
    for (let kill = 0; kill < kills; kill += 1)
      page = await killWhileTyping(context, site.browser, [page], 300 + 2200 * random());
    await context.close();
  });

  it('survives in each of three tabs of a chapter', { timeout: kills * 30_000 }, async () => {
    const random = randomFrom(11);
    for (let kill = 0; kill < kills / 6; kill += 1) {
      const context = await site.browser.newContext(phone);
      const pages = [await openChapter(context), await openChapter(context), await openChapter(context)];
      await killWhileTyping(context, site.browser, pages, 1200 + 1500 * random());
      await context.close();
    }
  });

  it('survives in a window that is not private', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'receptive-profile-'));
    const context = await chromium.launchPersistentContext(folder, {
      ...phone,
      ...(chromiumPath && { executablePath: chromiumPath }),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    const browser = context.browser();
    if (!browser) throw new Error('a window without a browser');
    await killWhileTyping(context, browser, [await openChapter(context)], 1700);
    await context.close();
    await rm(folder, { recursive: true });
  });

  it('survives where the store is full; it is written when there is room again', async () => {
    const context = await site.browser.newContext(phone);
    const page = await openChapter(context);
    await openField(page, second);
    await page.keyboard.insertText('// saved before');
    await expect.poll(() => textsOf(page, second)).toEqual(['// saved before']);

    await page.evaluate(fillStore);
    await openField(page, first);
    const typing = startTyping(page, '// no room:');
    await notice(page, 'storage is full').waitFor();
    await expect.poll(() => notice(page, 'storage is full').textContent()).toContain('put aside');
    await wait(800);
    const killed = Date.now();
    await killPages(site.browser);
    typing.stop();

    const again = await newPage(context);
    await again.addInitScript(fillStore);
    await again.goto(`${site.url}en/convolution/`);
    await expect.poll(() => codeOf(again, first)).toContain(typing.typedBefore(killed - 1000));
    await expect.poll(() => codeOf(again, second)).toBe('// saved before');
    await notice(again, 'storage is full').waitFor();
    expect(await textsOf(again, first)).toEqual([]);
    await again.evaluate(() => (globalThis as unknown as { freeStore(): void }).freeStore());
    await expect.poll(async () => (await textsOf(again, first))[0]).toContain(typing.typedBefore(killed - 1000));
    await notice(again, 'storage is full').waitFor({ state: 'detached' });
    await context.close();
  });
});

describe('tabs that are closed together', () => {
  it('each keep their own last words', async () => {
    const context = await site.browser.newContext(phone);
    const cells = [first, second, third];
    const pages: Page[] = [];
    for (const cell of cells) {
      const page = await openChapter(context);
      await openField(page, cell);
      pages.push(page);
    }
    await Promise.all(
      pages.map(async (page, index) => {
        await page.keyboard.insertText(`// last words of tab ${String(index)}`);
        await page.close({ runBeforeUnload: true });
      }),
    );
    const again = await openChapter(context);
    for (const [index, cell] of cells.entries())
      await expect.poll(() => codeOf(again, cell)).toBe(`// last words of tab ${String(index)}`);
    await context.close();
  });
});

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
