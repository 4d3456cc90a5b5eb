export { fill } from './fill';
export type { Locale } from './locales';
export { locale, say, speaker, useWords, type PlainKey, type Say, type ValuesOf } from './phrase';
