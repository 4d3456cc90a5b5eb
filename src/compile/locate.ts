import type { Position, Program } from '../protocol';
import type { Edited } from './edit';
import { sourceOffset, type Stripped } from './strip-types';
import { indexAt, lineStarts, positionAt } from './text';

/** What JavaScript engines count as the end of a line. */
const engineNewline = /[\n\u2028\u2029]/g;

/** Maps each token of the finished code to its place in the source. `edited` is the whole module, its head included. */
export function makeMappings(source: string, stripped: Stripped, edited: Edited): Program['mappings'] {
  const sourceLines = lineStarts(source);
  const codeLines = lineStarts(edited.code, engineNewline);
  const mappings: Program['mappings'] = codeLines.map(() => []);
  mappings[0]?.push([0, 0, 0]);
  for (const token of stripped.tokens.code) {
    const at = edited.moved(token);
    const line = indexAt(codeLines, at);
    const column = at - (codeLines[line] ?? 0);
    const place = positionAt(sourceLines, sourceOffset(stripped, token));
    const row = mappings[line];
    if (row && (row.length === 0 || column > (row.at(-1)?.[0] ?? 0)))
      row.push([column, place.line - 1, place.column - 1]);
  }
  return mappings;
}

/**
 * The place in a cell's TypeScript of a place in its compiled module. All four numbers start at 1, as in a V8 stack. A place inside a
 * token, or in code that the compiler added after it, is that token's place.
 */
export function locate(program: Program, line: number, column: number): Position {
  for (let index = Math.min(line, program.mappings.length) - 1; index >= 0; index--) {
    const row = program.mappings[index] ?? [];
    const found = index === line - 1 ? (row.findLast(([start]) => start < column) ?? row[0]) : row.at(-1);
    if (found) return { line: found[1] + 1, column: found[2] + 1 };
  }
  return { line: 1, column: 1 };
}
