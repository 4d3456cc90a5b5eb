import type { Program } from '../protocol';
import { listed, say } from '../words';

/** A direct dependency between two cells, and the names that cause it. */
export interface Tie {
  cell: string;
  names: string[];
}

/** A conflict of names that keeps a cell from running. `cells` are all cells involved, in chapter order or in the order of the cycle. */
interface GraphProblem {
  kind: 'duplicate' | 'cycle' | 'write';
  message: string;
  cells: string[];
  name?: string;
}

/** What the cells of a chapter declare and read from each other. Every method throws for a cell that is not in the graph. */
export interface Graph {
  /** The cells whose names this one reads. */
  readsOf(cell: string): Tie[];
  /** The cells that read this one's names. */
  feedsOf(cell: string): Tie[];
  /** All cells that must have run before this one, in the order to run them. */
  needs(cell: string): string[];
  /** All cells that a run of this one makes stale, in the order to run them. */
  feeds(cell: string): string[];
  problems(cell: string): GraphProblem[];
  /** The first of them: of a thousand names declared twice, one is told. */
  firstProblem(cell: string): GraphProblem | undefined;
}

/**
 * Builds the graph of a chapter from its cells in chapter order. A cell without a program (its source has a problem) declares and
 * reads nothing. A name belongs to the first cell that declares it, whether its readers come before or after.
 *
 * @throws Error if two cells have the same name.
 */
export function makeGraph(cells: readonly { name: string; program?: Program | undefined }[]): Graph {
  const order = cells.map((cell) => cell.name);
  const programs = new Map(cells.map((cell) => [cell.name, cell.program]));
  if (programs.size < order.length) throw new Error('makeGraph: two cells have one name');

  const declarers = new Map<string, string[]>();
  for (const cell of cells) for (const name of cell.program?.declares ?? []) add(declarers, name, cell.name);

  const reads = new Map(cells.map((cell) => [cell.name, tiesOf(cell.program)]));
  const fed = new Map(order.map((cell): [string, Tie[]] => [cell, []]));
  for (const [cell, ties] of reads) for (const tie of ties) fed.get(tie.cell)?.push({ cell, names: tie.names });
  for (const ties of fed.values()) ties.sort((a, b) => order.indexOf(a.cell) - order.indexOf(b.cell));

  /** Declared names are never free, so no cell depends on itself. */
  function tiesOf(program: Program | undefined): Tie[] {
    const names = new Map<string, string[]>();
    for (const name of program?.reads ?? []) {
      const owner = declarers.get(name)?.[0];
      if (owner !== undefined) add(names, owner, name);
    }
    return order.flatMap((cell) => (names.has(cell) ? [{ cell, names: names.get(cell) ?? [] }] : []));
  }

  function mustKnow(cell: string): void {
    if (!programs.has(cell)) throw new Error(`graph: there is no cell "${cell}"`);
  }

  function direct(ties: ReadonlyMap<string, Tie[]>, cell: string): Tie[] {
    mustKnow(cell);
    return ties.get(cell) ?? [];
  }

  function reachable(ties: ReadonlyMap<string, Tie[]>, cell: string): Set<string> {
    const found = new Set<string>();
    const waiting = direct(ties, cell).map((tie) => tie.cell);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(...direct(ties, next).map((tie) => tie.cell));
    }
    return found;
  }

  /** Chapter order, except that a cell comes after the cells it needs. In a cycle, which no order satisfies, the first cell goes first. */
  function inRunOrder(set: ReadonlySet<string>): string[] {
    const waiting = new Set(order.filter((cell) => set.has(cell)));
    const sorted: string[] = [];
    while (waiting.size > 0) {
      const [first] = waiting;
      const ready = [...waiting].find((cell) => direct(reads, cell).every((tie) => !waiting.has(tie.cell))) ?? first;
      if (ready === undefined) break;
      waiting.delete(ready);
      sorted.push(ready);
    }
    return sorted;
  }

  /** A shortest path from a cell back to itself through the cells it reads. */
  function cycleOf(cell: string): string[] | undefined {
    const paths: string[][] = [[cell]];
    const seen = new Set<string>();
    for (let path = paths.shift(); path; path = paths.shift()) {
      for (const tie of direct(reads, path.at(-1) ?? cell)) {
        if (tie.cell === cell) return path;
        if (!seen.has(tie.cell)) paths.push([...path, tie.cell]);
        seen.add(tie.cell);
      }
    }
    return undefined;
  }

  function* duplicates(cell: string): Generator<GraphProblem> {
    for (const name of programs.get(cell)?.declares ?? []) {
      const owners = declarers.get(name) ?? [];
      if (owners.length < 2) continue;
      yield {
        kind: 'duplicate',
        name,
        cells: owners,
        message: say('compile.duplicate', { name, cells: list(owners) }),
      };
    }
  }

  function* foreignWrites(cell: string): Generator<GraphProblem> {
    for (const name of programs.get(cell)?.writes ?? []) {
      const owner = declarers.get(name)?.[0];
      if (owner === undefined) continue;
      yield { kind: 'write', name, cells: [cell, owner], message: say('compile.foreignWrite', { name, cell, owner }) };
    }
  }

  function* cycles(cell: string): Generator<GraphProblem> {
    const cycle = cycleOf(cell);
    if (!cycle) return;
    const message = say('compile.cycle', { cells: [...cycle, cell].map(quote).join(' → ') });
    yield { kind: 'cycle', cells: cycle, message };
  }

  function* problems(cell: string): Generator<GraphProblem> {
    mustKnow(cell);
    yield* duplicates(cell);
    yield* foreignWrites(cell);
    yield* cycles(cell);
  }

  return {
    readsOf: (cell) => direct(reads, cell),
    feedsOf: (cell) => direct(fed, cell),
    needs: (cell) => inRunOrder(without(reachable(reads, cell), cell)),
    feeds: (cell) => inRunOrder(without(reachable(fed, cell), cell)),
    problems: (cell) => [...problems(cell)],
    firstProblem: (cell) => problems(cell).next().value ?? undefined,
  };
}

function without(set: Set<string>, cell: string): Set<string> {
  set.delete(cell);
  return set;
}

const quote = (cell: string): string => `“${cell}”`;

/** Cells that a message names; of more, it tells how many there are. */
const named = 5;

function list(cells: readonly string[]): string {
  const names = listed(cells.slice(0, named).map(quote));
  return cells.length <= named ? names : say('compile.andMore', { cells: names, count: cells.length - named });
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}
