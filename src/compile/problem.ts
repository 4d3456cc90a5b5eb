import type { Position } from '../protocol';
import { say, type PlainKey } from '../words';
import { otherLanguage } from './other-languages';

/** Why a cell cannot be compiled, in the page's language, and where. */
export interface Problem {
  message: string;
  at: Position;
  /** Whether it is what cells do not take, but TypeScript might. */
  refused?: true;
}

/** Thrown inside this folder; `compileCell` turns it into a value. `offset` refers to the text that the throwing step reads. */
export class CellError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'CellError';
    this.offset = offset;
  }
}

/** The parsers' messages and our phrases for them; a function gets what the named groups matched. */
const phrases: readonly [RegExp, PlainKey | ((groups: Partial<Record<string, string>>) => string)][] = [
  [/^Unterminated string constant/, 'compile.unterminatedString'],
  [/^Unterminated template/, 'compile.unterminatedTemplate'],
  [/^Unterminated comment/, 'compile.unterminatedComment'],
  [/^Unterminated regular expression/, 'compile.unterminatedRegExp'],
  [/^Missing initializer in (?<kind>.+) declaration/, ({ kind = '' }) => say('compile.missingInitializer', { kind })],
  [/^Complex binding patterns require an initialization value/, 'compile.missingPatternInitializer'],
  [
    /^(Identifier|Label) '(?<name>.+)' (has|is) already (been )?declared/,
    ({ name = '' }) => say('compile.alreadyDeclared', { name }),
  ],
  [/^Argument name clash/, 'compile.parameterClash'],
  [/^The keyword '(?<name>.+)' is reserved/, reservedWord],
  [/^Unexpected keyword '(?<name>.+)'/, reservedWord],
  [/^Cannot use keyword 'await' outside an async function/, 'compile.awaitOutside'],
  [/^(Cannot use|Can not use) '?(?<name>await|yield)'? as identifier/, reservedWord],
  [/^'return' outside of function/, 'compile.returnOutside'],
  [/^Unsyntactic (?<name>break|continue)/, ({ name = '' }) => say('compile.jumpOutside', { name })],
  [/^(Assigning to|Binding) rvalue/, 'compile.badTarget'],
  [/^'import' and 'export' may only appear at the top level/, 'compile.importNotAtTop'],
  [/^Export '(?<name>.+)' is not defined/, ({ name = '' }) => say('compile.unknownExport', { name })],
  [/^(Identifier directly after number|Invalid number|Expected number in radix)/, 'compile.badNumber'],
  [/^Unexpected character '(?<token>.+)'/su, ({ token = '' }) => say('compile.unexpectedToken', { token })],
  [/^Unexpectedly reached the end of input/, 'compile.unexpectedEnd'],
];

function reservedWord({ name = '' }: Partial<Record<string, string>>): string {
  return say('compile.reservedWord', { name });
}

/** Puts a parser's message about `text` at `offset` into the page's language, and says where to point. */
export function phraseProblem(
  parserWords: string,
  text: string,
  offset: number,
): { message: string; offset: number; refused?: boolean } {
  const foreign = otherLanguage(text, offset);
  if (foreign !== undefined) return { message: foreign, offset };
  const words = parserWords.replace(/^Error transforming cell: /, '').replace(/ \(\d+:\d+\)$/, '');
  if (/^Unexpected character '@'/.test(words)) return { message: say('compile.decorator'), offset, refused: true };
  for (const [pattern, phrase] of phrases) {
    const found = pattern.exec(words);
    if (!found) continue;
    const message = typeof phrase === 'string' ? say(phrase) : phrase(found.groups ?? {});
    return { message, offset: beginning(words, text, offset) };
  }
  const unexpected = /^Unexpected token(?:, expected "(?<expected>.+)")?$/.exec(words);
  if (!unexpected) return { message: say('compile.syntax', { detail: words }), offset };

  const token = tokenAt.exec(text.slice(offset))?.[1];
  // Both parsers report a `const` without a value as an unexpected token, which may be far below it.
  const bare = /\bconst\s+[\p{ID_Continue}$]+(?=\s*$)/u.exec(text.slice(0, offset));
  if (bare && (!token || /^[;,}]/.test(token) || /\n\s*$/.test(text.slice(0, offset)))) {
    return { message: say('compile.missingInitializer', { kind: 'const' }), offset: bare.index + bare[0].length };
  }
  return { message: sayUnexpected(token, unexpected.groups?.['expected']), offset };
}

/**
 * Where something that is never closed begins: sucrase points after the first character of a template or regular expression, and at
 * the end of a comment.
 */
function beginning(words: string, text: string, offset: number): number {
  if (/^Unterminated (template|regular)/.test(words) && /[`/]/.test(text[offset - 1] ?? '')) return offset - 1;
  if (!words.startsWith('Unterminated comment')) return offset;
  const opening = /\/\*/g;
  opening.lastIndex = text.lastIndexOf('*/') + 1;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const line = text.slice(0, found.index).split('\n').at(-1) ?? '';
    const quotes = line.match(/["'`]/g)?.length ?? 0;
    if (!line.includes('//') && quotes % 2 === 0) return found.index;
  }
  return offset;
}

const tokenAt = /^\s*([\p{ID_Start}$_][\p{ID_Continue}$]*|[\d.]+\w*|=>|\.{3}|[&|?*=<>+-]{2,3}|\S)/u;

function sayUnexpected(token: string | undefined, expected: string | undefined): string {
  if (token === undefined) return say('compile.unexpectedEnd');
  // A word of the reader's could be read as one of the sentence.
  const quoted = /^[\p{ID_Start}$_]/u.test(token) ? `“${token}”` : token;
  if (expected === undefined) return say('compile.unexpectedToken', { token: quoted });
  return say(expected === ';' ? 'compile.somethingMissing' : 'compile.expected', { token: quoted, expected });
}
