import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, notice, storedEdits, textsOf } from '../reader';
import { cellAt, openSite, runCell, typeInto, type OpenPage, type Site } from '../site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const first = 'photograph';
const act = (cell: string, action: string): string => `${cellAt(cell)} [data-action="${action}"]`;
const saved = ({ page }: OpenPage): Promise<void> => page.waitForTimeout(800);

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
    await expect.poll(() => codeOf(reader.page, first)).toBe('const picture = 1');
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
    await expect.poll(() => codeOf(reader.page, first)).toBe('const picture = 3');
    await context.close();
  });

  it('is the same in both languages of the book, whose comments differ', async () => {
    const reader = await site.open('/en/convolution/');
    const { page, context } = reader;
    await expect.poll(() => codeOf(reader.page, first)).toContain('// flower, airplane, cat');
    await typeInto(page, first, "const picture = await photo('cat')");
    await saved(reader);
    await page.goto(new URL('/zh-cn/convolution/', page.url()).href);
    await page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await expect.poll(() => codeOf(reader.page, first)).toContain("photo('cat')");
    expect(await page.locator('.rc-notice').count()).toBe(0);
    await page.locator(act(first, 'reset')).click();
    await expect.poll(() => codeOf(reader.page, first)).toContain('// 还有 flower');
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
    const offer = notice(reader.page, 'has changed since');
    await offer.waitFor();
    await offer.getByRole('button', { name: 'Compare' }).click();
    await page.locator('.rc-compare').waitFor();
    await offer.getByRole('button', { name: 'Take the lesson’s' }).click();
    await expect.poll(() => page.locator(`${cellAt(first)} [data-part="edited"]`).isVisible()).toBe(false);
    await context.close();
  });
});

describe('two tabs', () => {
  it('never overwrite each other silently', async () => {
    const one = await site.open('/en/convolution/');
    await typeInto(one.page, first, 'const picture = 1 // one');
    await expect.poll(() => storedEdits(one.page)).toBe(1);
    const page = await one.context.newPage();
    await page.goto(`${site.url}en/convolution/`);
    await page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await typeInto(page, first, 'const picture = 1 // two');
    // A tab in the background draws nothing.
    await one.page.bringToFront();
    await notice(one.page, 'edited in another tab').waitFor();
    await expect.poll(() => one.page.locator(`${cellAt(first)} .view-lines`).textContent()).toContain('one');
    await notice(one.page, 'edited in another tab').getByRole('button', { name: 'Take theirs' }).click();
    await one.page.locator(`${cellAt(first)} .view-lines`, { hasText: 'two' }).waitFor();
    await one.context.close();
  });

  it('find out at the next write if they cannot notify each other', async () => {
    const one = await site.open('/en/convolution/');
    await typeInto(one.page, first, 'const picture = 1 // one');
    await expect.poll(() => storedEdits(one.page)).toBe(1);
    const page = await one.context.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    await page.goto(`${site.url}en/convolution/`);
    await page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await typeInto(page, first, 'const picture = 1 // two');
    await expect.poll(() => textsOf(page, first)).toContain('const picture = 1 // two');
    await one.page.bringToFront();
    await expect.poll(() => notice(one.page, 'edited in another tab').count()).toBe(0);
    await typeInto(one.page, first, 'const picture = 1 // three');
    const question = notice(one.page, 'edited in another tab');
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
    await notice(reader.page, 'storage is full').waitFor();
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
    await notice(reader.page, 'damaged and could not be read').waitFor();
    await expect.poll(() => codeOf(reader.page, first)).toBe('6 * 7');
    await context.close();
  });
});
