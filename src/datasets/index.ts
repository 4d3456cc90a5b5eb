import { digits } from './digits';
import { fashion } from './fashion';
import { photo } from './photo';

/** What cells call. */
export const verbs = { digits, fashion, photo };

export { digits, fashion, photo };
export type { PhotoName } from './photo';
export { fetchSource } from './fetch-source';
export { onLoading, useSource, type Loading, type Source } from './source';
export type { Labelled, Split, SplitOptions } from './split';
