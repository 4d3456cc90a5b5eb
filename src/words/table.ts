import type { en } from './en';

/** The English table. It defines the keys and, by its places, the values that each phrase needs. */
export type English = typeof en;

/** The name of a phrase. */
export type Key = keyof English;

/** Every phrase that the book's code can say, by key. */
export type Words = Readonly<Record<Key, string>>;
