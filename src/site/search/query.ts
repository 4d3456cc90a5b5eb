import { plainWord, withoutAccents, wordStem } from './word-stem';

/** A piece of a query that was written without a space: what must stand in the text in one place. */
export interface Term {
  /** Finds where the term may stand: all of it but for the last word, of which the group `last` has the first letters. */
  pattern: RegExp;
  /** Whether it begins with a word, which must begin there in the text as well. In Chinese no place is the middle of a word. */
  opensWord: boolean;
  /** The last run, if it is a word: other forms of it count, and what begins with it if `open`. */
  last?: { plain: string; stem: string; open: boolean };
}

export interface Query {
  terms: readonly Term[];
  /** All terms one after the other, which is worth more than the same words apart; the term itself if there is only one. */
  phrase: Term;
}

/** Chinese in a row; a sign of multiplication; a word of any other script, with its digits. */
const runs = /\p{Script=Han}+|×|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
/** What may stand between the runs of a term: `cross-entropy`, `cross entropy` and `crossEntropy` are one. */
const between = '[^\\p{L}\\p{N}]{0,3}';

/**
 * What a reader asks for. Width and case of letters and signs between them do not matter. A space separates terms, which may stand
 * apart; Chinese without spaces is one term, however long. The last word may be unfinished.
 * @returns nothing for a query without a letter or digit
 */
export function readQuery(text: string): Query | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/(?<=\d)\s*[x×*]\s*(?=\d)/giu, '×')
    .trim();
  // One letter alone would be the beginning of half the book.
  const open = plain.length > 1;
  const pieces = plain.split(/\s+/u);
  const terms = pieces.map((piece, index) => readTerm(piece, open && index === pieces.length - 1));
  const phrase = readTerm(plain, open);
  return phrase && { terms: terms.filter((term) => term !== undefined), phrase };
}

function readTerm(text: string, open: boolean): Term | undefined {
  const parts = text.match(runs);
  const [first, end] = [parts?.[0], parts?.at(-1)];
  if (!parts || first === undefined || end === undefined) return undefined;
  const head = parts.slice(0, -1).map((run) => patternOf(run) + between);
  if (!isWord(end)) return { pattern: new RegExp(head.join('') + patternOf(end), 'giu'), opensWord: isWord(first) };
  const last = { plain: plainWord(end), stem: wordStem(end), open: open && /\p{L}/u.test(end) };
  const beginning = [...last.stem.slice(0, 4)].join('-?').replace(/^g-\?r-\?a/, 'gr[ae]');
  return { pattern: new RegExp(`${head.join('')}(?<last>${beginning})`, 'giu'), opensWord: isWord(first), last };
}

const isWord = (run: string): boolean => run !== '×' && !/^\p{Script=Han}/u.test(run);

const patternOf = (run: string): string => (run === '×' ? '[x×]' : withoutAccents(run).toLowerCase());
