import type { Program } from '../protocol';

/*
 * The module of a cell is one arrow function, so that `this` and `arguments` mean at a cell's top level what they mean in a module.
 * Its first line begins with the names that the cell takes from outside:
 *
 *     export default async ($names, $alive, $held) => { const { tf,show, } = $names; …first line of the cell…
 *
 * Which of the free names are supplied is known only when the cell runs. A name that is not supplied must not be bound at all: only then is `setTimeout` the platform's, `typeof missing` 'undefined', and any other use the engine's ReferenceError at the right position. So `linkProgram` replaces those names with spaces just before the run.
 */

/** The names of the parameters of a cell's function. */
export type Parameters = readonly [names: string, alive: string, held: string];

/** Beginning of the module. `bindings` are the destructured imports. */
export function wrapperHead(parameters: Parameters, names: readonly string[], bindings: string): string {
  const list = names.map((name) => `${name},`).join('');
  return `export default async (${parameters.join(', ')}) => { const { ${list} } = ${parameters[0]}; ${bindings}`;
}

/**
 * Where a running cell leaves its own names, in the object that it takes the others from: a cell that fails returns none, and the hint of
 * its error may need them.
 */
export const ownNames = 'cell:names';

/** Code for the object of the cell's names. It has getters, so that later assignments inside the cell's functions are seen. */
export function namesObject(declared: readonly string[]): string {
  return `{ ${declared.map((name) => `get ${name}() { return ${name}; }`).join(', ')} }`;
}

/**
 * The module's code for one run: it takes from `$names` exactly those free names for which `has` is true. Call it before every run;
 * `program.code` itself binds all of them, missing ones to undefined. Columns stay the same, so `locate` still works.
 *
 * `has` is asked about lab verbs, `tf`, `console` and other cells' names. Imports do not pass through it: they are read as
 * `$names['import:@tensorflow/tfjs']`, `$names['import:lab']` and `$names['import:datasets']`. The cell's own names go to `$names[ownNames]`.
 */
export function linkProgram(program: Program, has: (name: string) => boolean): string {
  const begin = program.code.indexOf('const {') + 'const {'.length;
  const end = program.code.indexOf('}', begin);
  const names = program.code.slice(begin, end).replace(/([^\s,]+),/g, (text, name: string) => {
    return has(name) ? text : ' '.repeat(text.length);
  });
  return program.code.slice(0, begin) + names + program.code.slice(end);
}
