import type { Term } from './query';
import { plainWord, withoutAccents, wordStem } from './word-stem';

/** Where a term stands in a text. */
interface Match {
  start: number;
  end: number;
  /** False if the text only begins with what the reader has typed so far. */
  whole: boolean;
}

/** All places of a term in a text, in order. */
export function matchesOf(text: string, { pattern, opensWord, last }: Term): Match[] {
  const plain = withoutAccents(text);
  return [...plain.matchAll(pattern)].flatMap(({ 0: found, index: start, groups }) => {
    if (opensWord && !startsWord(plain, start)) return [];
    const end = start + found.length;
    if (!last) return [{ start, end, whole: true }];
    const from = end - (groups?.['last'] ?? '').length;
    const match = wordAt(plain, from, last);
    return match ? [{ start, ...match }] : [];
  });
}

const letterOrDigit = /(?!\p{Script=Han})[\p{L}\p{N}]/u;
/** How far a word goes: all of it with its digits, the first part of a name like `maxPooling2d`, and `Grad-CAM` for “gradcam”. */
const stretches = [
  /(?:(?!\p{Script=Han})[\p{L}\p{N}])+/uy,
  /\p{Lu}*\p{Ll}+/uy,
  /(?:(?!\p{Script=Han})[\p{L}\p{N}-])+/uy,
];

/** A word starts after a sign, a space or Chinese, and at a capital inside a name: `Pooling` in `maxPooling2d`. */
function startsWord(text: string, at: number): boolean {
  const [before, here] = [text.charAt(at - 1), text.charAt(at)];
  if (!letterOrDigit.test(before)) return true;
  return /[\p{Ll}\p{N}]/u.test(before) && /\p{Lu}/u.test(here);
}

function wordAt(
  text: string,
  at: number,
  { plain, stem, open }: NonNullable<Term['last']>,
): Omit<Match, 'start'> | undefined {
  const words = stretches.map((stretch) => {
    stretch.lastIndex = at;
    return stretch.exec(text)?.[0] ?? '';
  });
  const same = words.find((word) => wordStem(word.replaceAll('-', '')) === stem);
  if (same !== undefined) return { end: at + same.length, whole: true };
  const longer = open ? words.find((word) => plainWord(word.replaceAll('-', '')).startsWith(plain)) : undefined;
  return longer === undefined ? undefined : { end: at + longer.length, whole: false };
}
