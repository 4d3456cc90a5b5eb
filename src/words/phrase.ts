import type { en } from './en';

/** Every phrase that the book's code can say, by key. `en` sets the keys; other languages must have the same. */
export type Words = Record<keyof typeof en, string>;

let table: Partial<Record<string, string>> = {};

/** Sets the language of this side of the border: the page at start, the kernel at boot, tests as they like. */
export function useWords(words: Record<string, string>): void {
  table = words;
}

/**
 * The phrase for `key` in the current language, its `{name}` places filled from `values`.
 * A key that the table lacks is returned as it is, so that a missing table is seen and never throws.
 */
export function say(key: keyof Words, values: Record<string, string | number> = {}): string {
  const phrase = table[key] ?? key;
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
