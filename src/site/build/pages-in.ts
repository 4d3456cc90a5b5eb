import { getCollection, type CollectionEntry } from 'astro:content';
import type { Locale } from '../../words';

/** The pages of a language. For an untranslated page it is the English one, which Starlight shows at that language's address. */
export async function pagesIn(locale: Locale): Promise<CollectionEntry<'docs'>[]> {
  const pages = new Map((await getCollection('docs')).map((page) => [page.id, page]));
  const english = [...pages.values()].filter(({ id }) => id.startsWith('en/'));
  return english.map((page) => {
    const id = page.id.replace('en', locale);
    return pages.get(id) ?? { ...page, id };
  });
}
