import { say } from './phrase';

/** Words in a row, as the page's language separates them. */
export const listed = (items: readonly string[]): string => items.join(say('words.comma'));

/** Sentences in a row. */
export const inARow = (...sentences: readonly string[]): string => sentences.join(say('words.space'));

/** A list in brackets, to stand behind a word; empty without items. */
export const inBrackets = (items: readonly string[]): string =>
  items.length > 0 ? say('words.brackets', { list: listed(items) }) : '';
