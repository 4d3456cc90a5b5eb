import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileChooser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestTask } from '../../bench/notebook/longest-task.mjs';
import { cellAt, openSite, runCell, typeInto, type OpenPage, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const first = 'photograph';
const act = (cell: string, action: string): string => `${cellAt(cell)} [data-action="${action}"]`;
const menu = async ({ page }: OpenPage, action: string): Promise<void> => {
  await page.locator('notebook-bar details:has([data-action="share"]) > summary').click();
  await page.locator(`notebook-bar [data-action="${action}"]`).click();
};
const codeOf = ({ page }: OpenPage, cell: string): Promise<string | null> =>
  page
    .locator(`${cellAt(cell)} code`)
    .first()
    .textContent();
const notice = ({ page }: OpenPage, text: string) => page.locator('.rc-notice', { hasText: text });
const saved = ({ page }: OpenPage): Promise<void> => page.waitForTimeout(800);

/** How many edits the browser's store holds. */
const storedEdits = ({ page }: OpenPage): Promise<number> =>
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

const choose = async (reader: OpenPage): Promise<FileChooser> =>
  (await Promise.all([reader.page.waitForEvent('filechooser'), menu(reader, 'import-edits')]))[0];

async function give(reader: OpenPage, content: string): Promise<void> {
  const file = { name: 'edits.json', mimeType: 'application/json', buffer: Buffer.from(content) };
  await (await choose(reader)).setFiles(file);
}

describe('an edited cell', () => {
  it('is compared with the lesson in Monaco’s diff, side by side; Esc closes it and gives the focus back', async () => {
    const reader = await site.open('/en/convolution/', { viewport: { width: 1600, height: 900 } });
    const { page, context, complaints } = reader;
    await typeInto(page, first, "const picture = await photo('cat')\nshow(picture)");
    await page.locator(act(first, 'compare')).click();
    const panel = page.getByRole('region', { name: /lesson’s code and yours/ });
    await panel.locator('.monaco-diff-editor.side-by-side').waitFor();
    await panel.locator('.line-insert').first().waitFor();
    await expect.poll(() => panel.locator('.original').textContent()).toContain('coffee');
    await expect.poll(() => panel.locator('.modified').textContent()).toContain('cat');
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.count()).toBe(0);
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.action)).toBe('compare');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is compared inline where there is little room', async () => {
    const reader = await site.open('/en/convolution/', { viewport: { width: 700, height: 900 } });
    const { page, context } = reader;
    await typeInto(page, first, "const picture = await photo('cat')");
    await page.locator(act(first, 'compare')).click();
    await page.locator('.rc-compare .monaco-diff-editor').waitFor();
    await page.locator('.rc-compare .line-insert').first().waitFor();
    await expect.poll(() => page.locator('.rc-compare .side-by-side').count()).toBe(0);
    await context.close();
  });

  it('is compared line by line on a phone', async () => {
    const reader = await site.open('/en/convolution/', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    const { page, context } = reader;
    await page
      .locator(`${cellAt(first)} [data-code]`)
      .first()
      .tap();
    await page.locator(`${cellAt(first)} textarea`).fill("const picture = await photo('cat')");
    await page.locator(act(first, 'compare')).tap();
    await expect.poll(() => page.locator('.rc-diff ins').textContent()).toContain('cat');
    await expect.poll(() => page.locator('.rc-diff del').first().textContent()).toContain('coffee');
    await context.close();
  });

  it('goes back to the lesson, and comes back by Undo', async () => {
    const reader = await site.open('/en/convolution/');
    const { page, context } = reader;
    await typeInto(page, first, 'const picture = 1');
    await expect.poll(() => page.locator(`${cellAt(first)} [data-part="edited"]`).isVisible()).toBe(true);
    await page.locator(act(first, 'reset')).click();
    await expect.poll(() => page.locator(`${cellAt(first)} [data-part="edited"]`).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Undo' }).click();
    await saved(reader);
    await page.reload();
    await page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 1');
    await context.close();
  });

  it('is saved as it was typed last, also where the store was still busy with the text before', async () => {
    const reader = await site.open('/en/convolution/');
    const { page, context } = reader;
    await typeInto(page, first, 'const picture = 1');
    await saved(reader);
    // Requests without a pause keep a transaction open, and others wait for it.
    await page.evaluate(async () => {
      const opening = indexedDB.open('receptive');
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const edits = opening.result.transaction('edits', 'readwrite').objectStore('edits');
      let held = true;
      const hold = (): void => void (edits.count().onsuccess = () => (held ? hold() : opening.result.close()));
      hold();
      Object.assign(globalThis, { release: () => (held = false) });
    });
    await typeInto(page, first, 'const picture = 2');
    await saved(reader);
    await typeInto(page, first, 'const picture = 3');
    await page.evaluate(() => (globalThis as unknown as { release(): void }).release());
    await saved(reader);
    await page.reload();
    await page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 3');
    await context.close();
  });

  it('is the same in both languages of the book, whose comments differ', async () => {
    const reader = await site.open('/en/convolution/');
    const { page, context } = reader;
    await expect.poll(() => codeOf(reader, first)).toContain('// flower, airplane, cat');
    await typeInto(page, first, "const picture = await photo('cat')");
    await saved(reader);
    await page.goto(new URL('/zh-cn/convolution/', page.url()).href);
    await page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await expect.poll(() => codeOf(reader, first)).toContain("photo('cat')");
    expect(await page.locator('.rc-notice').count()).toBe(0);
    await page.locator(act(first, 'reset')).click();
    await expect.poll(() => codeOf(reader, first)).toContain('// 还有 flower');
    await context.close();
  });

  it('stays in sight when the lesson has changed since: both are offered, and both can be compared', async () => {
    const reader = await site.open('/en/convolution/');
    const { page, context } = reader;
    await typeInto(page, first, 'const picture = 1');
    await saved(reader);
    // As if the edit had been made on an older lesson.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('receptive');
          request.onerror = reject;
          request.onsuccess = () => {
            const store = request.result.transaction('edits', 'readwrite').objectStore('edits');
            const get = store.get(['02-convolution', 'photograph']);
            get.onsuccess = () => {
              store.put({ ...get.result, original: 'older' }).onsuccess = () => {
                request.result.close();
                resolve();
              };
            };
          };
        }),
    );
    await page.reload();
    const offer = notice(reader, 'has changed since');
    await offer.waitFor();
    await offer.getByRole('button', { name: 'Compare' }).click();
    await page.locator('.rc-compare').waitFor();
    await offer.getByRole('button', { name: 'Take the lesson’s' }).click();
    await expect.poll(() => page.locator(`${cellAt(first)} [data-part="edited"]`).isVisible()).toBe(false);
    await context.close();
  });
});

describe('all my edits as one file', () => {
  it('can be exported and imported, with controls and progress', { timeout: 300_000 }, async () => {
    const from = await site.open('/en/images/');
    await from.page.locator(`notebook-cell [data-action="insert"]`).first().click();
    await from.page.locator('notebook-cell[data-scratch] [data-part="code"]:focus-within').waitFor();
    await from.page.keyboard.insertText('// in another chapter');
    await saved(from);
    await expect.poll(() => storedEdits(from)).toBe(1);
    await from.page.goto(`${site.url}en/convolution/`);
    await typeInto(from.page, first, 'const picture = 1 // before');
    await from.page.locator(act(first, 'reset')).click();
    await typeInto(from.page, first, "const picture = slider('level', { min: 0, max: 9, value: 4 }) // file");
    expect(await runCell(from.page, first)).toBe('done');
    await from.page.locator(`${cellAt(first)} input[type="range"]`).press('ArrowRight');
    await saved(from);
    await expect.poll(() => storedEdits(from)).toBe(2);
    const [download] = await Promise.all([from.page.waitForEvent('download'), menu(from, 'export-edits')]);
    expect(download.suggestedFilename()).toMatch(/^receptive-edits-\d{4}-\d\d-\d\d\.json$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      format: 'receptive-edits',
      version: 1,
      controls: [{ chapter: '02-convolution', cell: first, controls: { level: 5 } }],
      progress: { convolution: { cells: [first] } },
      history: [
        { chapter: '02-convolution', cell: first, texts: [{ source: 'const picture = 1 // before', why: 'reset' }] },
      ],
    });
    await from.context.close();

    const to = await site.open('/en/convolution/');
    await typeInto(to.page, first, 'const picture = 1 // mine');
    await saved(to);
    await give(to, text);
    // Another text of mine is not lost without a question.
    const question = notice(to, 'your own version of photograph');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => to.page.locator(`${cellAt(first)} .view-lines`).textContent()).toContain('mine');

    await give(to, text);
    await question.getByRole('button', { name: 'The new one' }).click();
    await notice(to, '2 edits were imported').waitFor();
    await saved(to);
    await to.page.reload();
    await to.page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await expect.poll(() => codeOf(to, first)).toContain('// file');
    // What the cells held before came, too, here and there.
    await to.page.locator(`${cellAt(first)} .rc-cell-menu summary`).click();
    await to.page.locator(act(first, 'history')).click();
    const versions = to.page.getByRole('dialog').locator('code');
    await expect
      .poll(async () => (await versions.allTextContents()).sort())
      .toEqual(['const picture = 1 // before', 'const picture = 1 // mine']);
    await to.page.keyboard.press('Escape');
    expect(await runCell(to.page, first)).toBe('done');
    await expect.poll(() => to.page.locator(`${cellAt(first)} input[type="range"]`).inputValue()).toBe('5');
    await to.page.goto(`${site.url}en/images/`);
    await to.page.locator('notebook-cell[data-scratch]').waitFor();
    await to.context.close();
  });

  it('are there soon, also when a file adds 300 cells to the page', async () => {
    const reader = await site.open('/en/convolution/');
    // The editor is there, so that what the cells take is measured alone.
    await typeInto(reader.page, first, 'const picture = 1');
    const added = Array.from({ length: 300 }, (_, at) => ({
      chapter: '02-convolution',
      cell: `scratch-${at + 1}`,
      source: `added${at}(1);\n`.repeat(at % 3 === 0 ? 1_500 : 20),
      place: { after: first, rank: at },
    }));
    const content = JSON.stringify({ format: 'receptive-edits', version: 1, edits: added });
    // What the test itself asks of the page would be measured, too: a file on disk, and a question that is cheap.
    const folder = await mkdtemp(join(tmpdir(), 'receptive-'));
    await writeFile(join(folder, 'edits.json'), content);
    const chooser = await choose(reader);
    const { cpu } = await longestTask(site.browser, reader.page, async () => {
      await chooser.setFiles(join(folder, 'edits.json'));
      await reader.page.waitForFunction(() => document.querySelectorAll('notebook-cell[data-scratch]').length === 300);
      await reader.page.waitForTimeout(2_000);
    });
    await notice(reader, '300 edits were imported').waitFor();
    expect(cpu).toBeLessThan(500);
    await reader.context.close();
    await rm(folder, { recursive: true });
  });

  it('are refused with a message if the file is not valid', async () => {
    const reader = await site.open('/en/convolution/');
    for (const [content, said] of [
      ['not JSON', 'damaged'],
      ['{"format":"receptive-edits","version":9,"edits":[]}', 'newer version'],
      ['{"format":"receptive-edits","version":1,"edits":[]}', 'nothing in this file'],
      ['{"format":"receptive-edits","version":1,"edits":[{"chapter":"../x","cell":"a","source":""}]}', '1 entry'],
    ] as const) {
      await give(reader, content);
      await notice(reader, said).waitFor();
    }
    await expect.poll(() => codeOf(reader, first)).toContain('photo(');
    expect(reader.complaints).toEqual([]);
    await reader.context.close();
  });

  it('are saved as far as the page knows them if the browser stores nothing', async () => {
    const reader = await site.open('about:blank');
    await reader.page.addInitScript(() => {
      Object.defineProperty(IDBFactory.prototype, 'open', {
        value: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await reader.page.goto(`${site.url}en/convolution/`);
    await typeInto(reader.page, first, 'const picture = 1 // kept by hand');
    await notice(reader, 'does not let the page store').waitFor();
    const [download] = await Promise.all([reader.page.waitForEvent('download'), menu(reader, 'export-edits')]);
    expect(await readFile(await download.path(), 'utf8')).toContain('kept by hand');
    await reader.context.close();
  });
});

describe('two tabs', () => {
  it('never overwrite each other silently', async () => {
    const one = await site.open('/en/convolution/');
    await typeInto(one.page, first, 'const picture = 1 // one');
    await expect.poll(() => storedEdits(one)).toBe(1);
    const page = await one.context.newPage();
    await page.goto(`${site.url}en/convolution/`);
    await page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await typeInto(page, first, 'const picture = 1 // two');
    // A tab in the background draws nothing.
    await one.page.bringToFront();
    await notice(one, 'edited in another tab').waitFor();
    await expect.poll(() => one.page.locator(`${cellAt(first)} .view-lines`).textContent()).toContain('one');
    await notice(one, 'edited in another tab').getByRole('button', { name: 'Take theirs' }).click();
    await one.page.locator(`${cellAt(first)} .view-lines`, { hasText: 'two' }).waitFor();
    await one.context.close();
  });

  it('find out at the next write if they cannot notify each other', async () => {
    const one = await site.open('/en/convolution/');
    await typeInto(one.page, first, 'const picture = 1 // one');
    await expect.poll(() => storedEdits(one)).toBe(1);
    const page = await one.context.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    await page.goto(`${site.url}en/convolution/`);
    await page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await typeInto(page, first, 'const picture = 1 // two');
    await page.waitForTimeout(800);
    await one.page.bringToFront();
    await expect.poll(() => notice(one, 'edited in another tab').count()).toBe(0);
    await typeInto(one.page, first, 'const picture = 1 // three');
    const question = notice(one, 'edited in another tab');
    await question.waitFor();
    await expect.poll(() => one.page.locator(`${cellAt(first)} .view-lines`).textContent()).toContain('three');
    await question.getByRole('button', { name: 'Take theirs' }).click();
    await one.page.locator(`${cellAt(first)} .view-lines`, { hasText: 'two' }).waitFor();
    await one.context.close();
  });
});

describe('a store', () => {
  it('that is full says so, and the page goes on', async () => {
    const reader = await site.open('about:blank');
    await reader.page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await reader.page.goto(`${site.url}en/convolution/`);
    await typeInto(reader.page, first, '6 * 7');
    await notice(reader, 'storage is full').waitFor();
    expect(await runCell(reader.page, first)).toBe('done');
    await reader.context.close();
  });

  it('that is damaged gives what can be read and says so', async () => {
    const reader = await site.open('/en/convolution/');
    const { page, context } = reader;
    await typeInto(page, first, '6 * 7');
    await saved(reader);
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('receptive');
          request.onerror = reject;
          request.onsuccess = () => {
            const store = request.result.transaction('edits', 'readwrite').objectStore('edits');
            store.put({ chapter: '02-convolution', cell: 'edge-kernel', source: 7 }).onsuccess = () => {
              request.result.close();
              resolve();
            };
          };
        }),
    );
    await page.reload();
    await notice(reader, 'damaged and could not be read').waitFor();
    await expect.poll(() => codeOf(reader, first)).toBe('6 * 7');
    await context.close();
  });
});
