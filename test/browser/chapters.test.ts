import { afterAll, beforeAll, describe, it } from 'vitest';
import { locales } from '../../src/words/locales';
import { chapters } from '../content/chapters';
import { cellNames, openSite, runCell, type Site, outputAt } from './site';

const slugs = Object.keys(locales);
// Two pages at a time fill two processors, so the chapters that train long have one thread: with more they wait for each other and take
// up to three times as long.
const long = ['pooling', 'normalization', 'models', 'training', 'recognition'];
let [threaded, single]: Site[] = [];
beforeAll(async () => {
  [threaded, single] = [await openSite(), await openSite({ isolation: false })];
});
afterAll(async () => {
  await threaded?.close();
  await single?.close();
});

// The cells of other languages differ in comments alone (test/content/same-code.test.ts), and all of them would cost minutes: there the
// first three show that the page runs.
const pages = chapters.flatMap(({ name, cells }) => {
  const chapter = name.replace(/^\d+-/, '');
  return slugs.map((locale) => ({
    path: `/${locale}/${chapter}/`.replace('/home/', '/'),
    cells: cells.map((cell) => cell.name),
    run: locale === 'en' ? cells.length : 3,
    threads: locale === 'en' && !long.includes(chapter),
  }));
});

describe('every chapter, in the built site and under the production policy', () => {
  it.concurrent.for(pages)(
    '$path runs from top to bottom without an error',
    { timeout: 600_000 },
    async ({ path, cells, run, threads }, { expect }) => {
      const { page, context, complaints } = await (threads ? threaded : single)!.open(path);
      await expect.poll(() => cellNames(page)).toEqual(cells);
      for (const name of cells.slice(0, run)) {
        expect(await runCell(page, name, 300_000), name).toBe('done');
        expect(await page.locator(outputAt(name, 'error')).count(), name).toBe(0);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
