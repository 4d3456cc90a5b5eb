export { fill } from './fill';
export { nameOfMark, turningMarks } from './turning-marks';
export type { Locale } from './locales';
export { locale, say, speaker, useWords, type PlainKey, type Say, type ValuesOf } from './phrase';
