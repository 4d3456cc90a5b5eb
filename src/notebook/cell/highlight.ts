type TokenKind = 'plain' | 'comment' | 'string' | 'number' | 'keyword' | 'name' | 'type';

export interface Token {
  kind: TokenKind;
  text: string;
}

const keywords = new Set(
  `abstract as async await break case catch class const continue debugger declare default delete do else enum export extends
finally for from function get if implements import in infer instanceof interface is keyof let namespace new of private protected
public readonly return satisfies set static super switch this throw try type typeof unique var void while with yield`.split(
    /\s+/,
  ),
);

const constants = new Set(['true', 'false', 'null', 'undefined', 'NaN', 'Infinity']);

const pattern = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))`,
    String.raw`(?<string>'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?|` + '`(?:[^`\\\\]|\\\\[\\s\\S])*`?)',
    String.raw`(?<number>\b(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*\.?[\d_]*(?:[eE][+-]?\d+)?)n?)`,
    String.raw`(?<word>[\p{ID_Start}$_][\p{ID_Continue}$]*)`,
  ].join('|'),
  'gu',
);

/**
 * The tokens of each line of an edited cell, good enough to read until the editor loads; a template literal is one string. The lesson's
 * own text is highlighted by the build.
 */
export function highlight(source: string): Token[][] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of source.matchAll(pattern)) {
    if (match.index > end) tokens.push({ kind: 'plain', text: source.slice(end, match.index) });
    end = match.index + match[0].length;
    tokens.push({ kind: kindOf(match, source[end]), text: match[0] });
  }
  tokens.push({ kind: 'plain', text: source.slice(end) });
  return intoLines(tokens);
}

function kindOf({ groups = {}, 0: text }: RegExpMatchArray, next: string | undefined): TokenKind {
  if (groups.comment !== undefined) return 'comment';
  if (groups.string !== undefined) return 'string';
  if (groups.number !== undefined) return 'number';
  if (constants.has(text)) return 'number';
  if (keywords.has(text)) return 'keyword';
  if (next === '(') return 'name';
  return /^\p{Lu}/u.test(text) ? 'type' : 'plain';
}

function intoLines(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const { kind, text } of tokens) {
    const [first = '', ...rest] = text.split('\n');
    if (first) lines.at(-1)?.push({ kind, text: first });
    for (const part of rest) lines.push(part ? [{ kind, text: part }] : []);
  }
  return lines;
}
