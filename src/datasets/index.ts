import { digits } from './digits';

/** What cells call. */
export const verbs = { digits };

export { digits };
export { fetchSource } from './fetch-source';
export { onLoading, useSource, type Loading, type Source } from './source';
export type { Labelled, Split, SplitOptions } from './split';
