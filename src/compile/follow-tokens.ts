import { tokenizer } from 'acorn';

/** One token: an offset in the code and the offset of the same token in the source. */
export interface Place {
  code: number;
  source: number;
}

/**
 * Completes sucrase's source map, which (in 3.35.1) ends at the first empty template chunk, as before `${` in `${a}`: two tokens begin
 * at the same offset there, and its column counter waits for the first of them for ever. From there on, the tokens of the code are
 * searched for in the source, in order: removing types deletes text but never moves it.
 */
export function followTokens(source: string, code: string, places: readonly Place[]): Place[] {
  if (!code.includes('`')) return [...places];
  const tokens = tokensOf(code);
  const lost = tokens.findIndex(({ start, end, template }) => template && start === end);
  if (lost < 0) return [...places];
  const from = tokens[lost]?.start ?? 0;
  const kept = places.filter((place) => place.code < from);
  let cursor = kept.at(-1)?.source ?? 0;
  for (const { start, end } of tokens.slice(lost)) {
    const found = findToken(source, code.slice(start, end), cursor);
    kept.push({ code: start, source: found });
    cursor = found + (end - start);
  }
  return kept;
}

interface Token {
  start: number;
  end: number;
  template: boolean;
}

/** The tokens before the first one that cannot be read: that is a syntax error, so the rest never runs. */
function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  try {
    for (const { start, end, type } of tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })) {
      tokens.push({ start, end, template: type.label === 'template' });
    }
  } catch {
    return tokens;
  }
  return tokens;
}

/** The next offset of a token as a whole word, or the cursor if it is not found (the code of an enum is generated). */
function findToken(source: string, text: string, cursor: number): number {
  const word = /[\p{ID_Continue}$]/u;
  for (let at = source.indexOf(text, cursor); at >= 0; at = source.indexOf(text, at + 1)) {
    const apart = (left = '', right = ''): boolean => !(word.test(left) && word.test(right));
    if (apart(source[at - 1], text[0]) && apart(text.at(-1), source[at + text.length])) return at;
  }
  return cursor;
}
