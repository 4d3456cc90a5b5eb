/** What the pages' markup may use while the site is built, in Node. */
export { hashOf } from './plugins/csp';
export { pageId } from './chapter-name';
export { chooseLocale, localeInfo, localeKey, localeOf, locales, sayIn } from './locale';
