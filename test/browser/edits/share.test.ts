import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chapterCells } from '../../../src/notebook/build/chapter-cells';
import { hashLesson } from '../../../src/notebook/edits/edit-record';
import type { Draft } from '../../../src/notebook/share/draft';
import { makeLink, readLink } from '../../../src/notebook/share/link';
import {
  cellAt,
  cellNames,
  openSite,
  runCell,
  touchScreen,
  typeInto,
  type OpenPage,
  type Site,
  outputAt,
} from '../site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const first = 'photograph';
const second = 'edge-kernel';
const menu = async ({ page }: OpenPage, action: string): Promise<void> => {
  await page.locator('notebook-bar details:has([data-action="share"]) > summary').click();
  await page.locator(`notebook-bar [data-action="${action}"]`).click();
};
const codeOf = ({ page }: OpenPage, cell: string): Promise<string | null> =>
  page
    .locator(`${cellAt(cell)} code`)
    .first()
    .textContent();
const banner = ({ page }: OpenPage) => page.locator('.rc-banner');
const choose = ({ page }: OpenPage, name: string): Promise<void> => page.getByRole('button', { name }).click();
/** What the store holds, by cell. */
const stored = ({ page }: OpenPage): Promise<Record<string, string>> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('receptive');
        request.onerror = reject;
        request.onsuccess = () => {
          const all = request.result.transaction('edits').objectStore('edits').getAll();
          all.onsuccess = () => {
            const entries = all.result.map(({ cell, source }: { cell: string; source: string }) => [cell, source]);
            resolve(Object.fromEntries(entries) as Record<string, string>);
            request.result.close();
          };
        };
      }),
  );

const chapter = '02-convolution';
const lesson = chapterCells(chapter, 'en');
/** An edited cell and an added one. */
const theirs: Draft = {
  edits: [
    {
      cell: first,
      source: 'const picture = 1 // theirs',
      original: hashLesson(lesson.find(({ name }) => name === first)?.source ?? ''),
    },
  ],
  added: [{ place: { after: first, rank: 0 }, source: 'picture + 1', controls: {} }],
  controls: [],
};
const linkIn = async (locale: 'en' | 'zh-cn'): Promise<string> =>
  `${site.url}${locale}/convolution/${(await makeLink(chapter, theirs)) ?? ''}`;

describe('a link to my code', () => {
  it('is copied, and the page says so', async () => {
    const reader = await site.open('/en/convolution/', {
      ...touchScreen,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { page, context } = reader;
    await typeInto(page, first, 'const picture = 1 // theirs');
    await page.keyboard.press('Alt+Enter');
    await page.locator(cellAt('scratch-1')).waitFor();
    await page.keyboard.insertText('picture + 1');
    await menu(reader, 'share');
    await page.locator('notebook-bar .rc-notice').waitFor();
    await expect.poll(() => page.locator('notebook-bar .rc-notice').textContent()).toContain('copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/en\/convolution\/#share=[\w-]{20,500}$/);
    const names = lesson.map(({ name }) => name);
    expect(await readLink(new URL(link).hash, chapter, names)).toEqual({ ok: true, draft: theirs });
    await context.close();
  });

  it('shows the code and says that it is not mine, runs nothing and saves nothing', async () => {
    const reader = await site.open(await linkIn('en'), touchScreen);
    const { page, context, complaints } = reader;
    await banner(reader).waitFor();
    await expect.poll(() => banner(reader).textContent()).toContain('read it before you run it');
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 1 // theirs');
    expect((await cellNames(page)).slice(0, 2)).toEqual([first, 'scratch-1']);
    await expect.poll(() => codeOf(reader, 'scratch-1')).toBe('picture + 1');
    const marked = page.locator('[data-from-link]');
    expect(await marked.evaluateAll((cells) => cells.map((cell) => cell.id))).toEqual([first, 'scratch-1']);
    await expect.poll(() => page.locator(cellAt(first)).textContent()).toContain('from a link');
    await page.waitForTimeout(1000);
    expect(await page.locator('notebook-cell:not([data-state="idle"])').count()).toBe(0);
    await typeInto(page, first, 'const picture = 2 // theirs, changed');
    await page.waitForTimeout(800);
    expect(await stored(reader)).toEqual({});
    // What is typed elsewhere is the reader's own.
    await typeInto(page, second, 'picture + 2');
    await expect.poll(() => stored(reader)).toEqual({ [second]: 'picture + 2' });
    // It runs when the reader says so.
    expect(await runCell(page, 'scratch-1')).toBe('done');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leaves the values of my own controls as they are where I move one of its', async () => {
    const reader = await site.open('/en/convolution/', touchScreen);
    const { page, context } = reader;
    const source = "const knob = slider('level', { min: 0, max: 9, value: 4 })\nshow(knob * 100)";
    const shown = page.locator(outputAt(first, 'tree'));
    const moveTo = async (text: string): Promise<void> => {
      await page.locator(`${cellAt(first)} input[type="range"]`).focus();
      await page.keyboard.press('ArrowRight');
      await shown.filter({ hasText: text }).waitFor();
      await page.waitForTimeout(1000);
    };
    await typeInto(page, first, source);
    expect(await runCell(page, first)).toBe('done');
    await moveTo('500');
    const controls = [{ cell: first, controls: { level: 7 } }];
    const edits = theirs.edits.map((edit) => ({ ...edit, source: `${source} // theirs` }));
    await page.goto(`${site.url}en/convolution/${(await makeLink(chapter, { edits, added: [], controls })) ?? ''}`);
    await page.reload();
    await banner(reader).waitFor();
    expect(await runCell(page, first)).toBe('done');
    await moveTo('800');
    await page.goto(`${site.url}en/`);
    await page.goto(`${site.url}en/convolution/`);
    expect(await runCell(page, first)).toBe('done');
    await expect.poll(() => shown.textContent()).toContain('500');
    await context.close();
  });

  it('keeps what I set in a cell that is not one of its', async () => {
    const reader = await site.open('/en/convolution/', touchScreen);
    const { page, context } = reader;
    await typeInto(page, second, "show(slider('level', { min: 0, max: 9, value: 4 }) * 100)");
    await page.waitForTimeout(800);
    await page.goto(await linkIn('en'));
    await page.reload();
    await banner(reader).waitFor();
    await typeInto(page, second, "show(slider('level', { min: 0, max: 9, value: 4 }) * 100) // still");
    expect(await runCell(page, second)).toBe('done');
    const shown = page.locator(outputAt(second, 'tree'));
    await page.locator(`${cellAt(second)} input[type="range"]`).focus();
    await page.keyboard.press('ArrowRight');
    await shown.filter({ hasText: '500' }).waitFor();
    await choose(reader, 'Back to mine');
    await page.waitForTimeout(800);
    await page.reload();
    expect(await runCell(page, second)).toBe('done');
    await expect.poll(() => shown.textContent()).toContain('500');
    await context.close();
  });

  it('leaves my own edits as they are, and goes when I say so', async () => {
    const reader = await site.open('/en/convolution/', touchScreen);
    const { page, context } = reader;
    await typeInto(page, first, 'const picture = 1 // mine');
    await page.waitForTimeout(800);
    await page.goto(await linkIn('en'));
    await page.reload();
    await banner(reader).waitFor();
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 1 // theirs');
    await choose(reader, 'Back to mine');
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 1 // mine');
    await expect.poll(() => page.locator('[data-from-link], .rc-banner').count()).toBe(0);
    await expect.poll(() => page.locator(cellAt('scratch-1')).count()).toBe(0);
    expect(new URL(page.url()).hash).toBe('');
    expect(await stored(reader)).toEqual({ [first]: 'const picture = 1 // mine' });
    // And it can be seen once more.
    await choose(reader, 'Show the link’s again');
    await banner(reader).waitFor();
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 1 // theirs');
    await context.close();
  });

  it('can be reset to the lesson and back without a trace in what I saved', async () => {
    const reader = await site.open('/en/convolution/', touchScreen);
    const { page, context } = reader;
    await typeInto(page, first, 'const picture = 1 // mine');
    await page.waitForTimeout(800);
    await page.goto(await linkIn('en'));
    await page.reload();
    await banner(reader).waitFor();
    await page.locator(`${cellAt(first)} [data-action="reset"]`).click();
    await expect.poll(() => codeOf(reader, first)).toContain('photo(');
    await page.waitForTimeout(800);
    expect(await stored(reader)).toEqual({ [first]: 'const picture = 1 // mine' });
    await choose(reader, 'Undo');
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 1 // theirs');
    await page.waitForTimeout(800);
    expect(await stored(reader)).toEqual({ [first]: 'const picture = 1 // mine' });
    await choose(reader, 'Back to mine');
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 1 // mine');
    await context.close();
  });

  it('becomes mine when I keep it; where I have another text, I am asked', async () => {
    const reader = await site.open('/en/convolution/', touchScreen);
    const { page, context } = reader;
    await typeInto(page, first, 'const picture = 1 // mine');
    await page.waitForTimeout(800);
    await page.goto(await linkIn('en'));
    await banner(reader).waitFor();
    await choose(reader, 'Keep it');
    await expect.poll(() => banner(reader).textContent()).toContain(`your own version of ${first}`);
    await choose(reader, 'Mine');
    await page.waitForTimeout(800);
    expect(Object.values(await stored(reader)).sort()).toEqual(['const picture = 1 // mine', 'picture + 1']);
    await page.goto('about:blank');
    await page.goto(await linkIn('en'));
    await banner(reader).waitFor();
    await choose(reader, 'Keep it');
    await choose(reader, 'The new one');
    await page.waitForTimeout(800);
    expect(Object.values(await stored(reader)).sort()).toEqual(['const picture = 1 // theirs', 'picture + 1']);
    await page.reload();
    await page.locator('notebook-cell[data-scratch]').waitFor();
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 1 // theirs');
    await context.close();
  });

  it('opens in the other language, too', async () => {
    const reader = await site.open(await linkIn('zh-cn'), touchScreen);
    await banner(reader).waitFor();
    await expect.poll(() => banner(reader).textContent()).toContain('来自一个链接');
    await expect.poll(() => codeOf(reader, first)).toBe('const picture = 1 // theirs');
    await reader.context.close();
  });

  it('that is hostile or damaged gives a message and nothing else', { timeout: 200_000 }, async () => {
    const edits = [{ cell: first, source: '1', original: '' }];
    const elsewhere = await makeLink('99-nowhere', { edits, added: [], controls: [] });
    const unknown = await makeLink(chapter, {
      edits: [{ cell: '__proto__', source: '1', original: '' }],
      added: [],
      controls: [],
    });
    const hashes: [string | undefined, RegExp][] = [
      ['#share=%3Cscript%3E', /damaged/],
      ['#share=', /damaged/],
      [`#share=${'A'.repeat(150_000)}`, /too large/],
      [elsewhere, /another chapter \(99-nowhere\)/],
      [unknown, /does not have \(__proto__\)/],
    ];
    for (const [hash, message] of hashes) {
      const reader = await site.open(`/en/convolution/${hash ?? ''}`);
      const { page, context, complaints } = reader;
      const notice = page.locator('notebook-bar .rc-notice');
      await notice.waitFor();
      await expect.poll(() => notice.textContent()).toMatch(message);
      await expect.poll(() => page.locator('.rc-banner, [data-from-link]').count()).toBe(0);
      await expect.poll(() => codeOf(reader, first)).toContain('photo(');
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('says so when it would be too long, and when there is nothing to share', async () => {
    // A plain text field takes a long text at once.
    const reader = await site.open('/en/convolution/', { hasTouch: true });
    const { page, context } = reader;
    await menu(reader, 'share');
    await page.getByText('nothing to share').waitFor();
    await page
      .locator(`${cellAt(first)} [data-code]`)
      .first()
      .tap();
    const noise = Array.from({ length: 9000 }, (_, index) =>
      Math.abs(Math.sin(index) * 1e9)
        .toString(36)
        .replace(/[^a-z]/g, ''),
    ).join('');
    await page.locator(`${cellAt(first)} textarea`).fill(`// ${noise.slice(0, 60_000)}`);
    await menu(reader, 'share');
    await page.getByText('too long for a link').waitFor();
    await context.close();
  });

  it('leaves the anchors of cells as they were', async () => {
    const { page, context } = await site.open(`/en/convolution/#${second}`);
    const top = await page.locator(cellAt(second)).evaluate((cell) => cell.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(300);
    await context.close();
  });
});

describe('a cell copied as code', () => {
  it('is copied with its edits, and the page says so', async () => {
    const reader = await site.open('/en/convolution/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, context } = reader;
    await typeInto(page, first, 'const picture = 1 // mine');
    await page.locator(`${cellAt(first)} .rc-cell-menu summary`).click();
    await page.locator(`${cellAt(first)} [data-action="copy"]`).click();
    await page.locator(`${cellAt(first)} .rc-notice`).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('const picture = 1 // mine');
    await context.close();
  });
});

describe('a downloaded chapter', () => {
  const download = async (reader: OpenPage, action: string): Promise<{ name: string; text: string }> => {
    const [file] = await Promise.all([reader.page.waitForEvent('download'), menu(reader, action)]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };

  it('is one .ts file with my edits', async () => {
    const reader = await site.open('/en/convolution/', touchScreen);
    await typeInto(reader.page, first, 'const picture = 1 // mine');
    const { name, text } = await download(reader, 'download-ts');
    expect(name).toBe('convolution.ts');
    expect(text).toContain('const picture = 1 // mine');
    expect(text).toContain("import * as tf from '@tensorflow/tfjs';");
    expect(text).toContain(`#region ${second}`);
    await reader.context.close();
  });

  it('is a Jupyter notebook with its prose, in the language of the page', async () => {
    const reader = await site.open('/zh-cn/convolution/', touchScreen);
    const { name, text } = await download(reader, 'download-ipynb');
    expect(name).toBe('convolution.ipynb');
    const { nbformat, cells } = JSON.parse(text) as {
      nbformat: number;
      cells: { cell_type: string; source: string[] }[];
    };
    expect(nbformat).toBe(4);
    const prose = cells.filter(({ cell_type: type }) => type === 'markdown').map(({ source }) => source.join(''));
    expect(prose.join('\n')).toMatch(/卷积[\s\S]*\$\$/);
    expect(prose.join('\n')).not.toMatch(/\]\((?!https?:)/);
    await reader.context.close();
  });
});
