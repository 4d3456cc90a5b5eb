import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chapters } from '../content/chapters';
import { cellAt, cellNames, openSite, runCell, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const pages = chapters.flatMap(({ name, cells }) =>
  ['en', 'zh-cn'].map((locale) => ({
    path: `/${locale}/${name.replace(/^\d+-/, '')}/`.replace('/home/', '/'),
    cells: cells.map((cell) => cell.name),
  })),
);

describe('every chapter, in the built site and under the production policy', () => {
  it.each(pages)('$path runs from top to bottom without an error', { timeout: 600_000 }, async ({ path, cells }) => {
    const { page, context, complaints } = await site.open(path);
    expect(await cellNames(page)).toEqual(cells);
    for (const name of cells) {
      expect(await runCell(page, name, 300_000), name).toBe('done');
      expect(await page.locator(`${cellAt(name)} [data-output="error"]`).count(), name).toBe(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
