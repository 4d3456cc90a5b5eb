import { decode } from '@jridgewell/sourcemap-codec';
import { tokenizer } from 'acorn';
import { transform } from 'sucrase';
import { say } from '../words';
import { followTokens, type Place } from './follow-tokens';
import { CellError } from './problem';
import { indexAt, lineStarts } from './text';

/** JavaScript on the same lines as its TypeScript, and where each token of it came from. */
export interface Stripped {
  code: string;
  /** Ascending offsets in `code` at which a token begins, and the offsets of the same tokens in the source. */
  tokens: { code: number[]; source: number[] };
}

/**
 * Removes the types from normalised TypeScript, which may be the inside of `depth` namespaces. Throws sucrase's SyntaxError, whose `pos` is an offset in the source; a CellError for
 * what sucrase would drop silently; a RangeError where its parser would not finish.
 */
export function stripTypes(source: string, depth = 0): Stripped {
  // sucrase does not map the end of the text: the added line break keeps the last token from being there.
  const result = transform(meter(`${source}\n`), {
    transforms: ['typescript'],
    disableESTransforms: true,
    keepUnusedImports: true,
    filePath: 'cell',
    sourceMapOptions: { compiledFilename: 'cell' },
  });
  const code = result.code.slice(0, -1);
  const places = followTokens(source, code, readPlaces(source, code, result.sourceMap?.mappings ?? ''));
  refuseDropped(source, code, places, depth);
  return {
    code,
    tokens: { code: places.map((place) => place.code), source: placeTokens(source, code, places) },
  };
}

/** The offset in the source of an offset in the code. */
export function sourceOffset({ tokens }: Stripped, offset: number): number {
  const index = indexAt(tokens.code, offset);
  const begin = tokens.source[index] ?? 0;
  const end = tokens.source[index + 1] ?? Infinity;
  return Math.min(begin + Math.max(0, offset - (tokens.code[index] ?? 0)), Math.max(begin, end));
}

function readPlaces(source: string, code: string, mappings: string): Place[] {
  const codeLines = lineStarts(code);
  const sourceLines = lineStarts(source);
  return decode(mappings).flatMap((segments, line) =>
    segments.map(([column, , sourceLine = 0, sourceColumn = 0]) => ({
      code: (codeLines[line] ?? 0) + column,
      source: (sourceLines[sourceLine] ?? 0) + sourceColumn,
    })),
  );
}

/**
 * sucrase maps every token, but tokens that it removes (`!`, `as T`, `: T`) share one place in the code with the token after them, and
 * its map keeps the first of these. The token that is really there is the last: the source up to the next place ends with its text.
 */
function placeTokens(source: string, code: string, places: readonly Place[]): number[] {
  return places.map((place, index) => {
    const next = places[index + 1] ?? { code: code.length, source: source.length };
    const ours = code.slice(place.code, next.code);
    const theirs = source.slice(place.source, next.source);
    if (ours && theirs.endsWith(ours)) return next.source - ours.length;
    const text = ours.trimEnd();
    return place.source + (theirs.startsWith(text) ? 0 : Math.max(0, theirs.lastIndexOf(text)));
  });
}

/**
 * Refuses what sucrase gets wrong: it removes a namespace like a type, also one with code; and a string type that contains a line break
 * would move all lines below it.
 */
function refuseDropped(source: string, code: string, places: readonly Place[], depth: number): void {
  if (lineStarts(source).length !== lineStarts(code).length) throw new CellError(say('compile.typeAcrossLines'), 0);
  const namespace = /^(?!.*\bdeclare\b).*?\b(?:namespace|module)\s+[\p{ID_Start}$_][\p{ID_Continue}$.]*\s*(?=\{)/gmu;
  places.forEach((place, index) => {
    const next = places[index + 1];
    if (code.slice(place.code, next?.code).trim() !== '') return;
    const removed = source.slice(place.source, next?.source);
    namespace.lastIndex = 0;
    for (let found = namespace.exec(removed); found; found = namespace.exec(removed)) {
      const body = bodyAt(removed, namespace.lastIndex);
      if (body === undefined || !hasOnlyTypes(body, depth + 1))
        throw new CellError(say('compile.namespace'), place.source + found.index);
      namespace.lastIndex += body.length;
    }
  });
}

/** What is between the braces that begin at `start`; undefined where they cannot be read. */
function bodyAt(source: string, start: number): string | undefined {
  let depth = 0;
  try {
    for (const { type, end } of tokenizer(source.slice(start), { ecmaVersion: 'latest', sourceType: 'module' })) {
      depth += type.label === '{' || type.label === '${' ? 1 : type.label === '}' ? -1 : 0;
      if (depth === 0) return source.slice(start + 1, start + end - 1);
    }
  } catch {
    return undefined;
  }
  return undefined;
}

/** Namespaces of types that may be inside of each other: every level is read once more. */
const deepest = 8;

/** Whether nothing of a namespace is left at run time. */
function hasOnlyTypes(body: string, depth: number): boolean {
  if (depth > deepest) return false;
  try {
    return /^[\s;]*$/.test(stripTypes(body, depth).code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
  } catch {
    return false;
  }
}

/**
 * Where the first JSX begins in a text that is TypeScript only with it; undefined for any other text. Call it where the text is not valid
 * TypeScript.
 */
export function jsxIn(source: string): number | undefined {
  const tag = /(?<=^\s*|[=(,?:[{&|>]\s*|\breturn\s+)<(?:>|[\p{L}_$][\p{ID_Continue}$.-]*(?=[\s/>]))/mu.exec(source);
  if (!tag) return undefined;
  try {
    transform(meter(source), { transforms: ['typescript', 'jsx'], jsxRuntime: 'preserve', disableESTransforms: true });
  } catch {
    return undefined;
  }
  return tag.index;
}

/**
 * The same text, but it throws a RangeError once it has been read about thirty times over. sucrase backtracks at `<T>(…` and `(a = …)
 * =>`, which takes exponential time when nested: code that came with a link must not hang the page.
 *
 * sucrase has neither a limit nor a hook, and it never yields, so no timer on the page could stop it. Counting relies on sucrase
 * reading its input with `charCodeAt`; if a version reads it differently, test/compile/problems.test.ts fails.
 */
function meter(source: string): string {
  let left = 300_000 + 30 * source.length;
  class Metered extends String {
    override charCodeAt(index: number): number {
      if (left-- < 0) throw new RangeError('the parser takes too long');
      return super.charCodeAt(index);
    }
  }
  return new Metered(source) as unknown as string;
}
