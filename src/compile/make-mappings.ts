import type { Program } from '../protocol';
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
