/**
 * Characters that turn the direction of the text after them and cannot be seen: with them, code or a sentence reads other than it is.
 * Source: Unicode Standard Annex 9, https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
 */
export const turningMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g;

/** The first of the marks as Unicode names it: `U+202E`. */
export const nameOfMark = (marks: string): string =>
  `U+${(marks.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
