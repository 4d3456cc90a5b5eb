import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { BookIndex, IndexedPage } from '../../search/book-index';
import type { ChapterName } from '../chapter-name';
import { sectionsOf } from './sections-of';

/** Writes, for each language, the text of its pages for the search: `/en/search.json`. */
export function searchIndex(locales: readonly string[], chapters: readonly ChapterName[]): AstroIntegration {
  return {
    name: 'receptive-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        for (const locale of locales) {
          const folder = join(root, locale);
          const index: BookIndex = { pages: await pagesIn(folder, chapters) };
          await writeFile(join(folder, 'search.json'), JSON.stringify(index));
          logger.info(`${locale}: the text of ${index.pages.length} pages`);
        }
      },
    },
  };
}

/** The pages of a built language, in the order of the book: the start page, its chapters, all others. */
async function pagesIn(folder: string, chapters: readonly ChapterName[]): Promise<IndexedPage[]> {
  const numbers = new Map(chapters.map(({ slug, order }) => [slug, order]));
  const slugs = globSync('**/index.html', { cwd: folder }).map((file) => dirname(file).replaceAll('\\', '/'));
  const placeOf = (slug: string): number => (slug === '.' ? 0 : (numbers.get(slug) ?? Infinity));
  const inOrder = slugs.sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b));
  return Promise.all(
    inOrder.map(async (slug) => {
      const sections = sectionsOf(await readFile(join(folder, slug, 'index.html'), 'utf8'));
      const chapter = numbers.get(slug);
      return {
        title: sections[0]?.heading ?? '',
        path: slug === '.' ? '' : `${slug}/`,
        ...(chapter !== undefined && { chapter }),
        sections,
      };
    }),
  );
}
