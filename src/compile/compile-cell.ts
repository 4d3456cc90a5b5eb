import type { Program } from '../protocol';
import { say } from '../words';
import { applyEdits } from './edit';
import { makeMappings } from './make-mappings';
import { findNames } from './names';
import { otherLanguage } from './other-languages';
import { parseModule, type Parsed } from './parse';
import { CellError, phraseProblem, type Problem } from './problem';
import { rewrite } from './rewrite';
import { sizeOf } from './size';
import { jsxIn, sourceOffset, stripTypes, type Stripped } from './strip-types';
import { lineStarts, normalise, positionAt } from './text';
import { wrapperHead, type Parameters } from './wrapper';

export type Compiled = { ok: true; program: Program } | { ok: false; problem: Problem };

/** The maximum number of characters in a cell. */
const longest = 200_000;
/** The maximum size of a cell, as `sizeOf` counts it: some 2,000 lines, which compile in a tenth of a second. */
const largest = 20_000;

/**
 * Compiles the TypeScript of one cell to the module that the kernel runs. Pure: the same source gives the same program.
 *
 * The module's default export is an async function of `$names` (what the cell takes from outside), `$alive` (every awaited value passes
 * through it, and it throws once the reader has pressed Stop) and `$held` (the value of each statement that is a call passes through it:
 * a promise that nobody awaits). It returns `{ value, names }`: the value of a last expression
 * without a semicolon, otherwise undefined, and live getters for the cell's top-level names. It sees other cells' values as they were
 * when its run began. Before it runs, `linkProgram` removes the names that nothing supplies.
 *
 * Never throws: whatever a reader types gives a program, or a problem in the page's language with its position.
 */
export function compileCell(source: string): Compiled {
  const text = normalise(source);
  if (text.length > longest) return problem(text, say('compile.tooLong', { limit: longest }), longest);
  const size = sizeOf(text);
  if (size > largest) return problem(text, say('compile.tooLarge', { size, limit: largest }), 0);
  let stripped: Stripped | undefined;
  try {
    stripped = stripTypes(text);
    const parsed = parseModule(stripped.code);
    return { ok: true, program: makeProgram(text, stripped, parsed) };
  } catch (error) {
    return explain(text, stripped, error);
  }
}

function makeProgram(text: string, stripped: Stripped, { tree, comments }: Parsed): Program {
  const names = findNames(tree);
  const parameters = freeParameters(stripped.code);
  const { edits, bindings } = rewrite(stripped.code, tree, names.declares, parameters);
  const head = wrapperHead(parameters, [...new Set([...names.reads, ...names.writes])], bindings);
  // A `sourceMappingURL` or `sourceURL` comment would rename the module in the engine's stack traces.
  const magic = comments.filter((comment) => /^[#@]/.test(comment.value));
  const edited = applyEdits(stripped.code, [
    { start: 0, end: 0, text: head },
    ...edits,
    ...magic.map((comment) => ({ start: comment.start + 2, end: comment.start + 3, text: ' ' })),
  ]);
  return { code: edited.code, ...names, mappings: makeMappings(text, stripped, edited) };
}

/** Names for the function's parameters that the cell itself does not use, not even spelled with escapes. */
function freeParameters(code: string): Parameters {
  const spelled = code.replace(/\\u\{?([0-9a-f]+)\}?/gi, (all, digits: string) => {
    const point = Number.parseInt(digits, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
  const used = Array.from(spelled.matchAll(/\$(?:names|alive|held)(\$*)/g), ([, dollars = '']) => dollars.length + 1);
  const tail = '$'.repeat(used.reduce((most, length) => Math.max(most, length), 0));
  return [`$names${tail}`, `$alive${tail}`, `$held${tail}`];
}

function explain(text: string, stripped: Stripped | undefined, error: unknown): Compiled {
  const place = (offset: number): number => (stripped ? sourceOffset(stripped, offset) : offset);
  if (error instanceof CellError) return refusal(text, error.message, place(error.offset));
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  // The parsers recurse: a stack that runs out is a RangeError in most engines, an InternalError in Firefox.
  if (name === 'RangeError' || name === 'InternalError' || /stack space/.test(message)) {
    return problem(text, say('compile.tooDeep'), 0);
  }
  const jsx = jsxIn(text);
  if (jsx !== undefined && otherLanguage(text, jsx) === undefined) return refusal(text, say('compile.jsx'), jsx);
  const offset = typeof error === 'object' && error && 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
  const phrased = phraseProblem(message, stripped?.code ?? text, offset);
  return (phrased.refused ? refusal : problem)(text, phrased.message, place(phrased.offset));
}

function problem(text: string, message: string, offset: number): { ok: false; problem: Problem } {
  return { ok: false, problem: { message, at: positionAt(lineStarts(text), Math.min(offset, text.length)) } };
}

function refusal(text: string, message: string, offset: number): Compiled {
  const made = problem(text, message, offset);
  return { ...made, problem: { ...made.problem, refused: true } };
}
