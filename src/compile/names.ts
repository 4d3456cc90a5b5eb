import type { Program as Tree } from 'acorn';
import { isBuiltin } from './builtins';
import { hoistedNames, lexicalNames } from './declared';
import { findFreeNames } from './scope';

/** The names that tie a cell to others; each list in the order in which the cell first has them. */
export interface Names {
  /** Top-level names, imports excepted: those stay in their cell. */
  declares: string[];
  reads: string[];
  writes: string[];
}

/** What a cell declares, reads and assigns to. Names that the language itself has tie it to no other cell. */
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
