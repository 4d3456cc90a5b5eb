import { commentsIn, splitCells } from '../../src/compile';
import { closureKeys } from '../../src/kept/build';
import { locales as all } from '../../src/words/locales';

export { engineKey, pack } from '../../src/kept/build';

/** The languages that outputs are kept in. */
export const locales = Object.keys(all);

/** The keys of all cells of a cells.ts: the same whatever the language of its comments. */
export const keysOf = (text: string): Map<string, string> => closureKeys(splitCells(commentsIn('en', text)));
