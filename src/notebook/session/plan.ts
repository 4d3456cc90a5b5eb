import { cellOf, type Cell, type Session } from './session-state';

/** The cells to run, in order: each target after those cells it needs that are not fresh. */
export function plan(session: Session, fresh: ReadonlySet<string>): string[] {
  const planned = new Set<string>();
  const running = session.running?.forgets ? undefined : session.running?.cell;
  for (const target of session.targets) {
    for (const need of session.graph.needs(target)) if (!fresh.has(need) && need !== running) planned.add(need);
    planned.add(target);
  }
  return [...planned];
}

/** `names` in the order of the chapter, except that each comes after those of them that it needs. */
export function inRunOrder({ cells, graph }: Session, names: ReadonlySet<string>): string[] {
  const ordered = new Set<string>();
  for (const { name } of cells) {
    if (!names.has(name)) continue;
    for (const need of graph.needs(name)) if (names.has(need)) ordered.add(need);
    ordered.add(name);
  }
  return [...ordered];
}

/**
 * Cells that must be forgotten before `name` runs: the kernel still has names from their last run that `name` reads, but an edit that
 * has not run since removed the declaration. Without this, the cell would read a value that nothing in the chapter gives any more.
 */
export function ghosts(session: Session, name: string): Cell[] {
  const { compiled } = cellOf(session, name);
  if (!compiled.ok) return [];
  const read = new Set(compiled.program.reads);
  const suppliers = new Set(session.graph.readsOf(name).map(({ cell }) => cell));
  return session.cells.filter(
    (cell) =>
      cell.name !== name &&
      !suppliers.has(cell.name) &&
      cell.last?.epoch === session.epoch &&
      cell.leftInKernel.some((left) => read.has(left)),
  );
}
