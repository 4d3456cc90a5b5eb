import type { Finding } from 'monaco-editor/languages/features/typescript/ts.worker';
import type typescript from 'typescript';
import { beyondCells, makeGraph, type Compiled, type Problem } from '../../compile';
import { say } from '../../words';
import type { CellScript } from './cell-script';

/** A cell as TypeScript and the compiler know it. */
export interface ReadCell {
  name: string;
  text: string;
  script: CellScript;
  compiled: Compiled;
}

export interface Findings {
  syntax: Finding[];
  meaning: Finding[];
}

/** Await at the top level, which TypeScript allows in modules only. */
const awaitAtTop = [1375, 1378, 1431, 1432, 2852, 2853, 2854];
/** A name that is declared nowhere; most of these advise a reader to change settings that they cannot change. */
const unknownName = [2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2867, 2868];
const withAdvice = unknownName.slice(2);
/** A name that two files declare. */
const declaredTwice = [2300, 2393, 2403, 2440, 2451, 2567, 2813, 2814];
/** What is `any` because nothing says otherwise: as good as any in a cell. */
const isImplicitAny = ({ code }: Finding): boolean => code !== '' && code >= 7000 && code < 7100;
/** A field that a class does not declare. */
const unknownField = [2339, 2551];

/** `import fs = require('fs')` */
const importRequire = 1202;

const error = 1 as typescript.DiagnosticCategory.Error;

/** Why a cell does not have a name, by the name. */
const beyond = new Map(
  (Object.entries(beyondCells) as [keyof typeof beyondCells, readonly string[]][]).flatMap(([why, names]) =>
    names.map((name) => [name, why] as const),
  ),
);

/**
 * What TypeScript finds in a cell, made to agree with a run: what runs is no error, what a run refuses is one, and both say the same.
 * @param cells all cells of the chapter, this one among them
 */
export function asAtRunTime(cell: ReadCell, cells: readonly ReadCell[], { syntax, meaning }: Findings): Findings {
  const { text, script, compiled } = cell;
  const fields = new Set(cells.flatMap((one) => [...one.script.fields]));
  const textAt = ({ start = 0, length = 0 }: Finding): string => script.text.slice(start, start + length);
  const runs = meaning.filter(
    (one) =>
      !is(awaitAtTop, one) &&
      !isImplicitAny(one) &&
      // In plain JavaScript a constructor declares its fields by assigning to them.
      !(is(unknownField, one) && fields.has(textAt(one))),
  );
  const told = runs.map((one) => withOurWords(one, textAt(one)));
  if (!compiled.ok) return withProblem(text, compiled.problem, { syntax, meaning: told });

  const graph = makeGraph(
    cells.map(({ name, compiled }) => ({ name, program: compiled.ok ? compiled.program : undefined })),
  );
  const clashes = graph.problems(cell.name);
  const twice = new Set(clashes.flatMap(({ kind, name }) => (kind === 'duplicate' ? (name ?? []) : [])));
  const others = told.filter((one) => !(is(declaredTwice, one) && twice.has(textAt(one))));
  const ours = clashes.map(({ name, cells: [, next], message }) => {
    // In a circle, the name that leads to the next cell.
    const shown = name ?? graph.readsOf(cell.name).find((tie) => tie.cell === next)?.names[0] ?? '';
    return finding(script.places.get(shown) ?? 0, shown.length, message);
  });
  return { syntax, meaning: [...others, ...ours] };
}

/** Adds what the compiler says, unless TypeScript says something about that line already. */
function withProblem(text: string, { message, at, refused }: Problem, { syntax, meaning }: Findings): Findings {
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (found) => found.index + found[0].length)];
  const line = starts[at.line - 1] ?? 0;
  const end = starts[at.line] ?? Infinity;
  const offset = Math.min(line + at.column - 1, text.length);
  const ours = finding(offset, firstWord(text, offset), message);
  const isThere = ({ start = 0 }: Finding): boolean => start >= line && start < end;
  if (!refused)
    return [...syntax, ...meaning].some(isThere) ? { syntax, meaning } : { syntax: [...syntax, ours], meaning };
  // What TypeScript cannot read at all, it misunderstands to the end of the cell.
  return { syntax: [ours], meaning: syntax.length > 0 ? [] : meaning.filter((one) => !isThere(one)) };
}

function withOurWords(found: Finding, name: string): Finding {
  if (found.code === importRequire) return { ...found, messageText: lines(say('explain.noNode', { name: 'require' })) };
  if (!is(unknownName, found)) return found;
  const why = beyond.get(name);
  if (why !== undefined) return { ...found, messageText: lines(say(why, { name })) };
  return is(withAdvice, found) ? { ...found, messageText: say('editor.unknownName', { name }) } : found;
}

function finding(start: number, length: number, message: string): Finding {
  return { category: error, code: '', file: undefined, start, length, messageText: lines(message) };
}

const is = (codes: readonly number[], { code }: Finding): boolean => code !== '' && codes.includes(code);

/** The length of the word, or else the sign, at a place. */
function firstWord(text: string, offset: number): number {
  return /^(?:[\p{ID_Continue}$]+|\S)?/u.exec(text.slice(offset))?.[0].length ?? 0;
}

/** A line for each sentence, because Monaco's box of problems does not wrap. */
function lines(text: string): string {
  return text.replace(/(?:(?<=\.) |(?<=。))(?=.)/g, '\n');
}
