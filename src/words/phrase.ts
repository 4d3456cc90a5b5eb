import { fill } from './fill';
import type { Locale } from './locales';
import type { Places, Values } from './places';
import type { English, Key } from './table';

/** The values that the phrase `K` needs; for several keys, what any of them needs. */
export type ValuesOf<K extends Key> = Values<English[K]>;

/** Keys of the phrases without places. */
export type PlainKey = { [K in Key]: [Places<English[K]>] extends [never] ? K : never }[Key];

type Needed<K extends Key> = [K] extends [PlainKey] ? [] : [values: ValuesOf<K>];

/**
 * The phrase for `key`, its places filled from the values. A key that the table lacks is returned as it is, so that a missing table is
 * seen and never throws.
 */
export type Say = <K extends Key>(key: K, ...values: Needed<K>) => string;

let table: Partial<Record<string, string>> = {};
let current: Locale = 'en';

/** Sets the language of this side of the worker border: the page calls it at start, the kernel at boot. */
export function useWords(words: Readonly<Record<string, string>>, locale: Locale): void {
  table = words;
  current = locale;
}

/** The language of this side of the worker border. */
export function locale(): Locale {
  return current;
}

/** Says phrases of one table, whatever the language of this side: a build renders all languages at once. */
export function speaker(words: Readonly<Partial<Record<string, string>>>, locale: Locale): Say {
  return (key, ...[values]: [values?: Readonly<Record<string, string | number>>]) =>
    fill(words[key] ?? key, values ?? {}, locale);
}

export const say: Say = (key, ...values) => speaker(table, current)(key, ...values);

/** The phrases of this side of the worker border, to hand them to another worker. */
export function words(): Readonly<Partial<Record<string, string>>> {
  return table;
}
