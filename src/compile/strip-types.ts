import { transform } from 'sucrase';
import { say } from '../words';
import { CellError } from './problem';
import { decodeMappings } from './source-map';
import { indexAt, lineStarts } from './text';

/** JavaScript on the same lines as its TypeScript, and where each token of it came from. */
export interface Stripped {
  code: string;
  /** Ascending offsets in `code` at which a token begins, and the offsets of the same tokens in the source. */
  tokens: { code: number[]; source: number[] };
}

/**
 * Removes the types from normalised TypeScript. Throws sucrase's SyntaxError, whose `pos` is an offset in the source, or a CellError
 * for what sucrase would drop in silence.
 */
export function stripTypes(source: string): Stripped {
  const result = transform(source, {
    transforms: ['typescript'],
    disableESTransforms: true,
    keepUnusedImports: true,
    filePath: 'cell',
    sourceMapOptions: { compiledFilename: 'cell' },
  });
  const stripped = { code: result.code, tokens: placeTokens(source, result.code, result.sourceMap?.mappings ?? '') };
  refuseDropped(source, stripped);
  return stripped;
}

/** A namespace is code, but sucrase removes it like a type; a text with a line break inside a type would move all lines below it. */
function refuseDropped(source: string, { code, tokens }: Stripped): void {
  const lines = lineStarts(source).length - lineStarts(code).length;
  if (lines !== 0) throw new CellError(say('compile.typeAcrossLines'), 0);
  tokens.code.forEach((start, index) => {
    const removed = code.slice(start, tokens.code[index + 1]).trim() === '';
    if (!removed) return;
    const from = tokens.source[index] ?? 0;
    const text = source.slice(from, tokens.source[index + 1]);
    const found = /^(?!.*\bdeclare\b).*?\b(namespace|module)\s+[\p{ID_Start}$_][\p{ID_Continue}$.]*\s*\{/u.exec(text);
    if (found) throw new CellError(say('compile.namespace'), from);
  });
}

/** The offset in the source of an offset in the code. */
export function sourceOffset({ tokens }: Stripped, offset: number): number {
  const index = indexAt(tokens.code, offset);
  const begin = tokens.source[index] ?? 0;
  const end = tokens.source[index + 1] ?? Infinity;
  return Math.min(begin + Math.max(0, offset - (tokens.code[index] ?? 0)), Math.max(begin, end));
}

/**
 * sucrase maps every token, but where it removes some (`!`, `as T`, `: T`) they and the token after them share one place in the
 * code, and the map keeps the first of them. The token that is really there is the last: its text ends the stretch of source up to
 * the next place.
 */
function placeTokens(source: string, code: string, mappings: string): Stripped['tokens'] {
  const codeLines = lineStarts(code);
  const sourceLines = lineStarts(source);
  const places = decodeMappings(mappings).map((segment) => ({
    code: (codeLines[segment.line] ?? 0) + segment.column,
    source: (sourceLines[segment.sourceLine] ?? 0) + segment.sourceColumn,
  }));
  const exact = places.map((place, index) => {
    const next = places[index + 1] ?? { code: code.length, source: source.length };
    const ours = code.slice(place.code, next.code);
    const theirs = source.slice(place.source, next.source);
    if (ours && theirs.endsWith(ours)) return next.source - ours.length;
    const text = ours.trimEnd();
    return place.source + (theirs.startsWith(text) ? 0 : Math.max(0, theirs.lastIndexOf(text)));
  });
  return { code: places.map((place) => place.code), source: exact };
}
