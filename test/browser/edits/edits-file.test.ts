import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileChooser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestTask } from '../../../bench/notebook/longest-task.mjs';
import { codeOf, notice, storedEdits } from '../reader';
import { cellAt, openSite, runCell, typeInto, type OpenPage, type Site } from '../site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const first = 'photograph';
const act = (cell: string, action: string): string => `${cellAt(cell)} [data-action="${action}"]`;
const saved = ({ page }: OpenPage): Promise<void> => page.waitForTimeout(800);
const menu = async ({ page }: OpenPage, action: string): Promise<void> => {
  await page.locator('notebook-bar details:has([data-action="share"]) > summary').click();
  await page.locator(`notebook-bar [data-action="${action}"]`).click();
};
const choose = async (reader: OpenPage): Promise<FileChooser> =>
  (await Promise.all([reader.page.waitForEvent('filechooser'), menu(reader, 'import-edits')]))[0];

async function give(reader: OpenPage, content: string): Promise<void> {
  const file = { name: 'edits.json', mimeType: 'application/json', buffer: Buffer.from(content) };
  await (await choose(reader)).setFiles(file);
}

describe('all my edits as one file', () => {
  it('can be exported and imported, with controls and progress', { timeout: 300_000 }, async () => {
    const from = await site.open('/en/images/');
    await from.page.locator(`notebook-cell [data-action="insert"]`).first().click();
    await from.page.locator('notebook-cell[data-scratch] [data-part="code"]:focus-within').waitFor();
    await from.page.keyboard.insertText('// in another chapter');
    await saved(from);
    await expect.poll(() => storedEdits(from.page)).toBe(1);
    await from.page.goto(`${site.url}en/convolution/`);
    await typeInto(from.page, first, 'const picture = 1 // before');
    await from.page.locator(act(first, 'reset')).click();
    await typeInto(from.page, first, "const picture = slider('level', { min: 0, max: 9, value: 4 }) // file");
    expect(await runCell(from.page, first)).toBe('done');
    await from.page.locator(`${cellAt(first)} input[type="range"]`).press('ArrowRight');
    await saved(from);
    await expect.poll(() => storedEdits(from.page)).toBe(2);
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
    const question = notice(to.page, 'your own version of photograph');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => to.page.locator(`${cellAt(first)} .view-lines`).textContent()).toContain('mine');

    await give(to, text);
    await question.getByRole('button', { name: 'The new one' }).click();
    await notice(to.page, '2 edits were imported').waitFor();
    await saved(to);
    await to.page.reload();
    await to.page.locator(`${cellAt(first)} [data-part="edited"]`).waitFor();
    await expect.poll(() => codeOf(to.page, first)).toContain('// file');
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
    // And more earlier versions than anybody has.
    const texts = Array.from({ length: 10 }, (_, at) => ({ source: `// version ${at}`, at, why: 'reset' }));
    const history = Array.from({ length: 9_000 }, (_, at) => ({
      chapter: '02-convolution',
      cell: `cell-${at}`,
      texts,
    }));
    const content = JSON.stringify({ format: 'receptive-edits', version: 1, edits: added, history });
    // What the test itself asks of the page would be measured, too: a file on disk, and a question that is cheap.
    const folder = await mkdtemp(join(tmpdir(), 'receptive-'));
    await writeFile(join(folder, 'edits.json'), content);
    const chooser = await choose(reader);
    const { cpu } = await longestTask(site.browser, reader.page, async () => {
      await chooser.setFiles(join(folder, 'edits.json'));
      await reader.page.waitForFunction(() => document.querySelectorAll('notebook-cell[data-scratch]').length === 300);
      await reader.page.waitForTimeout(2_000);
    });
    await notice(reader.page, '300 edits were imported').waitFor();
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
      await notice(reader.page, said).waitFor();
    }
    await expect.poll(() => codeOf(reader.page, first)).toContain('photo(');
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
    await notice(reader.page, 'does not let the page store').waitFor();
    const [download] = await Promise.all([reader.page.waitForEvent('download'), menu(reader, 'export-edits')]);
    expect(await readFile(await download.path(), 'utf8')).toContain('kept by hand');
    await reader.context.close();
  });
});
