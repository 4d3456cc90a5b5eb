import { speaker, type Say } from '../../words';
import { locales, type Locale, type LocaleInfo } from '../../words/locales';

export { locales };

/** Where the browser remembers the language that the reader chose. */
export const localeKey = 'receptive-locale';

/** The language of a page from Starlight's locale; English for pages outside all languages (404). */
export function localeOf(slug: string | undefined): Locale {
  return slug !== undefined && isLocale(slug) ? slug : 'en';
}

export function localeInfo(slug: string | undefined): LocaleInfo {
  return locales[localeOf(slug)];
}

/** A function that says the site's phrases in one language; builds render all languages at once, so it keeps no state. */
export function sayIn(slug: string | undefined): Say {
  return speaker(localeInfo(slug).words, localeOf(slug));
}

function isLocale(slug: string): slug is Locale {
  return slug in locales;
}

/**
 * The language for a reader: the one they chose before, else the first of the browser's languages that the book has (by its primary
 * subtag: `zh-TW` reads `zh-cn`), else the first one offered. Its source also runs in the page at `/`, so it must be self-contained:
 * no imports, no names from outside.
 */
export function chooseLocale(offered: readonly string[], wanted: readonly string[], remembered: string | null): string {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  if (remembered !== null && offered.includes(remembered)) return remembered;
  for (const tag of wanted) {
    const match = offered.find((slug) => primary(slug) === primary(tag));
    if (match) return match;
  }
  return offered[0] ?? '';
}
