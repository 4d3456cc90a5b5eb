import type { Program } from '../protocol';

/*
 * The module of a cell is one arrow function, so that `this` and `arguments` mean at a cell's top level what they mean in a module.
 * Its first line begins with the names that the cell takes from outside:
 *
 *     export default async ($names, $alive) => { const { tf,show, } = $names; …first line of the cell…
 *
 * Which of the free names somebody supplies is known only when the cell runs. A name that nobody supplies must not be bound at all:
 * then `setTimeout` is the platform's own, `typeof missing` is 'undefined', and a plain use is the engine's ReferenceError at its own
 * place. Therefore `linkProgram` blanks those names out, column for column, just before the run.
 */

/** Beginning of the module. `bindings` are the destructured imports. */
export function wrapperHead(parameters: readonly [string, string], names: readonly string[], bindings: string): string {
  const list = names.map((name) => `${name},`).join('');
  return `export default async (${parameters.join(', ')}) => { const { ${list} } = ${parameters[0]}; ${bindings}`;
}

/** The object that holds the cell's own names; getters, so that a later assignment inside the cell's functions is seen. */
export function namesObject(declared: readonly string[]): string {
  return `{ ${declared.map((name) => `get ${name}() { return ${name}; }`).join(', ')} }`;
}

/**
 * The module's code for one run: it takes from `$names` exactly those free names for which `has` is true. Call it before every run;
 * `program.code` itself binds all of them, missing ones to undefined. Columns stay as they are, so `locate` holds.
 *
 * `has` is asked about lab verbs, `tf`, `console` and other cells' names. Imports do not pass through it: they are read as
 * `$names['import:@tensorflow/tfjs']`, `$names['import:lab']` and `$names['import:datasets']`.
 */
export function linkProgram(program: Program, has: (name: string) => boolean): string {
  const begin = program.code.indexOf('const {') + 'const {'.length;
  const end = program.code.indexOf('}', begin);
  const names = program.code.slice(begin, end).replace(/([^\s,]+),/g, (text, name: string) => {
    return has(name) ? text : ' '.repeat(text.length);
  });
  return program.code.slice(0, begin) + names + program.code.slice(end);
}
