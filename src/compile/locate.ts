import type { Position, Program } from '../protocol';

/**
 * Maps a position in a cell's compiled module to its TypeScript. All four numbers start at 1, as in a V8 stack. A position inside a
 * token, or in code that the compiler added after it, maps to the start of that token.
 */
export function locate(program: Program, line: number, column: number): Position {
  for (let index = Math.min(line, program.mappings.length) - 1; index >= 0; index--) {
    const row = program.mappings[index] ?? [];
    const found = index === line - 1 ? (row.findLast(([start]) => start < column) ?? row[0]) : row.at(-1);
    if (found) return { line: found[1] + 1, column: found[2] + 1 };
  }
  return { line: 1, column: 1 };
}
