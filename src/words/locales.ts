import { en } from './en';
import type { Words } from './table';
import { zhCn } from './zh-cn';

/** The languages of the book, by the first part of their addresses. */
export type Locale = 'en' | 'zh-cn';

export interface LocaleInfo {
  /** BCP 47 tag for `<html lang>`. */
  lang: string;
  /** The language's name in that language. */
  name: string;
  /** The same in one or two characters, for a narrow header. */
  short: string;
  words: Words;
}

/**
 * Everything in the book that depends on the number of its languages follows this list. The first one fills in what another lacks. It
 * imports all tables, so only the build and the tests import it: a page gets the words of its own language as data.
 */
export const locales: Readonly<Record<Locale, LocaleInfo>> = {
  en: { lang: 'en', name: 'English', short: 'EN', words: en },
  'zh-cn': { lang: 'zh-CN', name: '简体中文', short: '中文', words: zhCn },
};
