/** What the pages' markup may use while the site is built, in Node. */
export { pageId } from './chapter-name';
export { chooseLocale, localeInfo, localeKey, localeOf, locales, sayIn } from './locale';
