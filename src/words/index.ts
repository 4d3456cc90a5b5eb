export { fill } from './fill';
export { nameOfMark, turningMarks } from './turning-marks';
export { inARow, inBrackets, listed } from './listed';
export type { Locale } from './locales';
export { locale, say, speaker, useWords, words, type PlainKey, type Say, type ValuesOf } from './phrase';
