import { en } from '../../words/en';
import { zhCn } from '../../words/zh-cn';
import type { Words } from '../../words';

interface LocaleInfo {
  /** BCP 47 tag for `<html lang>`. */
  lang: string;
  /** The language's own name. */
  name: string;
  /** The same in one or two signs, for a narrow header. */
  short: string;
  words: Words;
}

/** The languages of the book by the first part of their addresses; the first one stands in for a missing choice. */
export const locales = {
  en: { lang: 'en', name: 'English', short: 'EN', words: en },
  'zh-cn': { lang: 'zh-CN', name: '简体中文', short: '中文', words: zhCn },
} satisfies Record<string, LocaleInfo>;

export type LocaleSlug = keyof typeof locales;

/** Where the browser remembers the language that the reader chose. */
export const localeKey = 'receptive-locale';

export function isLocaleSlug(slug: string | undefined): slug is LocaleSlug {
  return slug !== undefined && slug in locales;
}

/** The language of a page from Starlight's locale, with the first one for pages outside (404). */
export function localeInfo(slug: string | undefined): LocaleInfo {
  return locales[isLocaleSlug(slug) ? slug : 'en'];
}

/** A function that says the site's phrases in one language; builds render both languages at once, so it keeps no state. */
export function sayIn(
  slug: string | undefined,
): (key: keyof Words, values?: Record<string, string | number>) => string {
  const { words } = localeInfo(slug);
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/**
 * The language for a reader: the one they chose before, else the first of the browser's languages that the book has (by its
 * primary subtag: `zh-TW` reads `zh-cn`), else the first one offered. Its source also runs in the page at `/`, so it must
 * stand on its own: no imports, no names from outside.
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
