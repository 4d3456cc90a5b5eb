import { createHash } from 'node:crypto';
import { compileCell, makeGraph, type SourceCell } from '../../compile';
import { withoutComments } from '../without-comments';

/**
 * For each cell a key of its own code and of the code of all cells that it needs. Comments and types do not count, so that the key is the
 * same in each language of the book.
 *
 * @throws Error for a cell that does not compile
 */
export function closureKeys(cells: readonly SourceCell[]): Map<string, string> {
  const programs = cells.map(({ name, source }) => {
    const compiled = compileCell(source);
    if (!compiled.ok) throw new Error(`kept: cell "${name}" does not compile: ${compiled.problem.message}`);
    return { name, program: compiled.program };
  });
  const graph = makeGraph(programs);
  const codes = new Map(cells.map(({ name, source }) => [name, withoutComments(source)]));
  return new Map(
    cells.map(({ name }) => {
      const hash = createHash('sha256');
      for (const one of [...graph.needs(name), name]) hash.update(`${one}\0${codes.get(one) ?? ''}\0`);
      return [name, hash.digest('hex').slice(0, 16)];
    }),
  );
}
