import { tokenizer } from 'acorn';

/** One token: an offset in the code and the offset of the same token in the source. */
export interface Place {
  code: number;
  source: number;
}

/**
 * Completes sucrase's places. Its map (3.35.1) is lost from the first template chunk of no length on, as before `${` in `${a}`:
 * two tokens begin at the same offset there, and its count of columns waits for the first of them for ever. From that place the
 * tokens of the code are looked for in the source, in order, each on its own line: removing types removes text, it moves none.
 */
export function followTokens(source: string, code: string, places: readonly Place[]): Place[] {
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

/** As far as the code can be read; what follows is a syntax error and runs nowhere. */
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

/** Where a token stands next, as a whole word; where it is not found (an enum's code is our own), the cursor. */
function findToken(source: string, text: string, cursor: number): number {
  const word = /[\p{ID_Continue}$]/u;
  for (let at = source.indexOf(text, cursor); at >= 0; at = source.indexOf(text, at + 1)) {
    const apart = (left = '', right = ''): boolean => !(word.test(left) && word.test(right));
    if (apart(source[at - 1], text[0]) && apart(text.at(-1), source[at + text.length])) return at;
  }
  return cursor;
}
