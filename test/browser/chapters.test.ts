import { afterAll, beforeAll, describe, it } from 'vitest';
import { locales } from '../../src/words/locales';
import { chapters } from '../content/chapters';
import { cellAt, cellNames, openSite, runCell, type Site } from './site';

// Two pages at a time, each on one thread: with threads they wait for each other on two processors, and take up to three times as long.
// Cells on threads are what the other browser tests run.
const slugs = Object.keys(locales);
const sites: Record<string, Site> = {};
beforeAll(async () => {
  for (const slug of slugs) sites[slug] = await openSite({ isolation: false });
});
afterAll(async () => {
  for (const site of Object.values(sites)) await site.close();
});

const pages = chapters.flatMap(({ name, cells }) =>
  slugs.map((locale) => ({
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
      await expect.poll(() => cellNames(page)).toEqual(cells);
      for (const name of cells) {
        expect(await runCell(page, name, 300_000), name).toBe('done');
        await expect
          .poll(() => page.locator(`${cellAt(name)} [data-output="error"]`).count(), { message: name })
          .toBe(0);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
