import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chapterCells } from '../../../src/notebook/build/chapter-cells';
import { codeOf, notice, openField, phone, textsOf } from '../reader';
import { chromiumPath, openSite, type Site } from '../site';

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

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A new page; a browser whose processes were killed may first hand out one of those, or none. */
const newPage = async (context: BrowserContext, tries = 5): Promise<Page> => {
  const late = wait(20_000).then((): never => {
    throw new Error('the browser gives no page');
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([context.newPage(), late]);
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

describe('a cell whose saved text is still to come', () => {
  it('takes what is typed into it, and keeps both', async () => {
    const context = await site.browser.newContext(phone);
    const page = await openChapter(context);
    const long = (name: string): string => `// saved ${name}\n${'// more\n'.repeat(2_000)}`;
    for (const cell of ['edge-kernel', first]) {
      await openField(page, cell);
      await page.keyboard.insertText(long(cell));
      await expect.poll(async () => (await textsOf(page, cell))[0]).toContain('saved');
    }
    // So many letters come in two parts; between them the page waits for a timer, here for long.
    await page.addInitScript(() => {
      const { setTimeout } = globalThis;
      globalThis.setTimeout = ((work: () => void, pause?: number) =>
        setTimeout(work, pause ?? 8_000)) as typeof setTimeout;
    });
    await page.reload();
    await expect.poll(() => codeOf(page, 'edge-kernel')).toContain('saved');
    await openField(page, first);
    await page.keyboard.insertText('// typed meanwhile');
    await expect.poll(() => textsOf(page, first)).toEqual([long(first), '// typed meanwhile']);
    await context.close();
  });
});
