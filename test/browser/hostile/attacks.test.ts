import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chapterCells } from '../../../src/notebook/build/chapter-cells';
import { hashLesson } from '../../../src/notebook/edits/edit-record';
import { makeLink } from '../../../src/notebook/share/link';
import { cellAt, openSite, runCell, settled, type Site } from '../site';
import { cells, openVictim, ownWords, write } from './victim';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const chapter = '02-convolution';
const lesson = (name: string): string => chapterCells(chapter, 'en').find((cell) => cell.name === name)?.source ?? '';

/** Every text that the reader has in the store, by chapter and cell; `undefined` where the store is gone or locked. */
const stored = (page: Page): Promise<Record<string, string> | undefined> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('receptive')) return undefined;
    return new Promise<Record<string, string> | undefined>((resolve) => {
      const request = indexedDB.open('receptive');
      request.onerror = () => resolve(undefined);
      request.onsuccess = () => {
        try {
          const all = request.result.transaction('edits').objectStore('edits').getAll();
          all.onsuccess = () => {
            const records = all.result as { chapter: string; cell: string; source: string }[];
            resolve(Object.fromEntries(records.map((one) => [`${one.chapter}/${one.cell}`, one.source])));
          };
        } catch {
          resolve(undefined);
        }
        request.result.close();
      };
    });
  });

/** What the hostile cell prints at its end. */
async function attack(page: Page, source: string): Promise<string> {
  await write(page, cells.hostile, source);
  await runCell(page, cells.hostile);
  const said = await page.locator(`${cellAt(cells.hostile)} [data-part="outputs"]`).textContent();
  // An attack that did not compile would prove nothing.
  expect(said).toMatch(/^(asked|posted|reached|undefined|false|no answer|refused|\[)/);
  return said ?? '';
}

const textIn = (page: Page, cell: string): Promise<string> =>
  page
    .locator(cellAt(cell))
    .evaluate(
      (element) =>
        element.querySelector('textarea')?.value ??
        element.querySelector('[data-part="static"] code')?.textContent ??
        '',
    );

/** The text of a function, to be run in a cell; what it does is never awaited for more than a second. */
const tried = (work: string): string => `
const harmEnded = await Promise.race([
  (async () => { ${work} })().catch((error) => 'refused: ' + error),
  new Promise((go) => setTimeout(go, 1000, 'no answer')),
])
console.log(harmEnded)`;

const openStore = `const database: IDBDatabase = await new Promise((ok, no) => {
  const request = indexedDB.open('receptive')
  request.onsuccess = () => ok(request.result)
  request.onerror = request.onblocked = no
})`;

describe('a stranger’s link', () => {
  it('does not change what the reader has saved in another chapter', async () => {
    const { page, context } = await site.open('/en/images/', { hasTouch: true });
    await write(page, 'shoe', ownWords);
    await expect.poll(() => stored(page)).toEqual({ '01-images/shoe': ownWords });

    const harm = tried(`${openStore}
      const store = database.transaction('edits', 'readwrite').objectStore('edits')
      store.getAll().onsuccess = (event) => {
        for (const record of (event.target as IDBRequest).result) store.put({ ...record, source: 'a stranger’s' })
      }
      await new Promise((go) => (store.transaction.oncomplete = go))
      return 'changed'`);
    const original = hashLesson(lesson('photograph'));
    const edits = [{ cell: 'photograph', source: `${harm}\n${lesson('photograph')}`, original }];
    await page.goto(`${site.url}en/convolution/${(await makeLink(chapter, { edits, added: [], controls: [] })) ?? ''}`);
    await page.locator('.rc-banner').waitFor();
    // A cell of the lesson, which the link has not touched and which needs the one it has.
    expect(await runCell(page, 'edge-kernel')).toBe('done');
    expect(await settled(page, 'photograph')).toBe('done');
    await page.getByRole('button', { name: 'Back to mine' }).click();
    await expect.poll(() => page.locator('.rc-banner').count()).toBe(0);

    await page.goto(`${site.url}en/images/`);
    await page.locator(`${cellAt('shoe')} [data-part="edited"]`).waitFor();
    expect(await textIn(page, 'shoe')).toBe(ownWords);
    expect(await stored(page)).toEqual({ '01-images/shoe': ownWords });
    await context.close();
  });

  it('reads nothing that the reader has saved', async () => {
    const victim = await openVictim(site);
    const said = await attack(
      victim.page,
      tried(`${openStore}
        const request = database.transaction('edits').objectStore('edits').getAll()
        await new Promise((go) => (request.onsuccess = go))
        return JSON.stringify(request.result)`),
    );
    expect(said).not.toContain('ownWords');
    expect(said).toMatch(/refused|no answer/);
    await victim.close();
  });
});

describe('the store of edits', () => {
  it.each([
    ['opened in a version to come', `indexedDB.open('receptive', 99)`],
    [
      'opened in a version to come, and held',
      `self.held = indexedDB.open('receptive', 99); self.held.onsuccess = () => {}`,
    ],
    ['deleted', `indexedDB.deleteDatabase('receptive')`],
    [
      'deleted with all others',
      `for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '')`,
    ],
  ])('goes on where a cell wants it %s', async (_what, harm) => {
    const victim = await openVictim(site);
    const { page } = victim;
    const before = { [`${chapter}/${cells.edited}`]: ownWords, [`${chapter}/${cells.witness}`]: '6 * 7' };
    await expect.poll(() => stored(page)).toMatchObject(before);
    await attack(page, tried(`${harm}; await new Promise((go) => setTimeout(go, 300)); return 'asked'`));
    // What is typed after it is saved like what was typed before.
    await write(page, 'ten-lines', '// typed later');
    await expect.poll(() => stored(page)).toMatchObject({ ...before, [`${chapter}/ten-lines`]: '// typed later' });
    await page.reload();
    await page.locator(`${cellAt('ten-lines')} [data-part="edited"]`).waitFor();
    expect(await textIn(page, 'ten-lines')).toBe('// typed later');
    expect(await textIn(page, cells.edited)).toBe(ownWords);
    expect(await page.locator('notebook-bar .rc-notice').allTextContents()).toEqual([]);
    expect(victim.errors).toEqual([]);
    await victim.close();
  });

  it('and everything else of the site’s origin is out of reach: files, caches, locks, channels', async () => {
    const victim = await openVictim(site);
    const { page } = victim;
    await page.evaluate(async () => {
      await (await caches.open('reader')).put('/kept', new Response('kept'));
      const root = await navigator.storage.getDirectory();
      const writer = await (await root.getFileHandle('kept.txt', { create: true })).createWritable();
      await writer.write('kept');
      await writer.close();
      localStorage.setItem('kept', 'kept');
      const own = { lock: 'held', heard: [] as unknown[] };
      Object.assign(globalThis, { own });
      void navigator.locks.request('reader', () => new Promise(() => {})).catch(() => (own.lock = 'stolen'));
      new BroadcastChannel('receptive-edits').onmessage = ({ data }: MessageEvent<unknown>) => {
        // The page itself posts there what the reader types.
        const { source } = data as { source: unknown };
        if (source === 'forged' || source === 5) own.heard.push(data);
      };
    });
    const ways = {
      cache: `const found = await (await caches.open('reader')).match('${site.url}kept'); await caches.delete('reader'); return found && 'reached'`,
      files: `const root = await navigator.storage.getDirectory(); await root.removeEntry('kept.txt'); return 'reached'`,
      buckets: `await (navigator as any).storageBuckets.open('mine'); return 'reached'`,
      locks: `void navigator.locks.request('reader', { steal: true }, () => {}); return (await navigator.locks.query()).held?.some(({ name }) => name === 'reader') && 'reached'`,
      channel: `new BroadcastChannel('receptive-edits').postMessage({ chapter: '${chapter}', cell: '${cells.edited}', source: 'forged' }); return 'posted'`,
      wrongType: `new BroadcastChannel('receptive-edits').postMessage({ chapter: '${chapter}', cell: '${cells.edited}', source: 5 }); return 'posted'`,
    };
    const reached: string[] = [];
    for (const [name, way] of Object.entries(ways))
      if ((await attack(page, tried(way))).includes('reached')) reached.push(name);
    expect(reached).toEqual([]);
    const left = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const files: string[] = [];
      for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) files.push(name);
      const { own } = globalThis as unknown as { own: { lock: string; heard: unknown[] } };
      const cached = await (await caches.open('reader')).match('/kept');
      return { files, cached: await cached?.text(), kept: localStorage.getItem('kept'), ...own };
    });
    expect(left).toEqual({ files: ['kept.txt'], cached: 'kept', kept: 'kept', lock: 'held', heard: [] });
    expect(await page.locator('.rc-notice', { hasText: 'another tab' }).count()).toBe(0);
    expect(await textIn(page, cells.edited)).toBe(ownWords);
    await victim.close();
  });
});
