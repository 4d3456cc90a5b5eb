import type { Program as Tree } from 'acorn';
import { isBuiltin } from './builtins';
import { hoistedNames, lexicalNames } from './declared';
import { findFreeNames } from './scope';

/** The names that connect a cell to other cells, each list in order of first appearance. */
export interface Names {
  /** Top-level names, except imports, which other cells do not see. */
  declares: string[];
  reads: string[];
  writes: string[];
}

/** What a cell declares, reads and assigns to. Reads and writes leave out the names that the language itself defines. */
export function findNames(tree: Tree): Names {
  const own = tree.body.filter((statement) => statement.type !== 'ImportDeclaration');
  const declared = [...lexicalNames(own), ...hoistedNames(tree)].sort((a, b) => a.start - b.start);
  const free = findFreeNames(tree);
  return {
    declares: [...new Set(declared.map((identifier) => identifier.name))],
    reads: [...free.reads].filter((name) => !isBuiltin(name)),
    writes: [...free.writes].filter((name) => !isBuiltin(name)),
  };
}
