import { makeGraph, type SourceCell } from '../../src/compile';
import { compileOrThrow } from '../kernel/node-kernel';

/**
 * The cells whose outputs do not depend on a training, which `npm test` cuts short: neither they nor what they need trains, and no cell
 * above trains a model that they read.
 */
export function untrained(cells: readonly SourceCell[]): Set<string> {
  const programs = cells.map(({ name, source }) => ({ name, source, program: compileOrThrow(source) }));
  const graph = makeGraph(programs);
  const trains = new Set(programs.filter(({ source }) => /\.(fit|fitDataset)\(/.test(source)).map(({ name }) => name));
  const trained = new Set<string>();
  const found = new Set<string>();
  for (const { name, source, program } of programs) {
    const touched = trains.has(name) || graph.needs(name).some((one) => trains.has(one));
    // A model that was fitted here, or given to a function of a cell that fits, is another afterwards.
    if (touched)
      for (const read of program.reads)
        if (new RegExp(`\\b${read}\\.fit|\\(${read}\\b`).test(source)) trained.add(read);
    if (!touched && !program.reads.some((read) => trained.has(read))) found.add(name);
  }
  return found;
}
