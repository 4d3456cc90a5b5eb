import { afterAll, beforeAll, describe, it } from 'vitest';
import { chapters } from '../content/chapters';
import { cellAt, cellNames, openSite, runCell, type Site } from './site';

// One language with threads, one without: together they fill two processors.
const sites: Record<string, Site> = {};
beforeAll(async () => {
  sites['en'] = await openSite();
  sites['zh-cn'] = await openSite({ isolation: false });
});
afterAll(async () => {
  for (const site of Object.values(sites)) await site.close();
});

const pages = chapters.flatMap(({ name, cells }) =>
  ['en', 'zh-cn'].map((locale) => ({
    locale,
    path: `/${locale}/${name.replace(/^\d+-/, '')}/`.replace('/home/', '/'),
    cells: cells.map((cell) => cell.name),
  })),
);

describe('every chapter, in the built site and under the production policy', () => {
  it.concurrent.for(pages)(
    '$path runs from top to bottom without an error',
    { timeout: 600_000 },
    async (of, { expect }) => {
      const { locale, path, cells } = of;
      const { page, context, complaints } = await sites[locale]!.open(path);
      expect(await cellNames(page)).toEqual(cells);
      for (const name of cells) {
        expect(await runCell(page, name, 300_000), name).toBe('done');
        expect(await page.locator(`${cellAt(name)} [data-output="error"]`).count(), name).toBe(0);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
