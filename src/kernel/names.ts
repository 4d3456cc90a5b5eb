import * as tf from '@tensorflow/tfjs';
import { reachable, release, type Reached } from './reachable';

/** What a finished run leaves behind. */
interface Kept {
  /** Live getters of the names that the cell declares. */
  names: Record<string, unknown>;
  /** Variables (weights, optimizer slots) that were made while it ran. */
  variables: tf.Variable[];
}

/** The values that cells share, and the memory they hold. */
export interface SharedNames {
  /** All names of all cells; reading a name gives its value now. */
  scope(): Record<string, unknown>;
  /** Forgets what the last run of `cell` declared and disposes what no other cell can still reach. */
  supersede(cell: string): void;
  keep(cell: string, kept: Kept): void;
  /** Disposes what a run that failed has made, but for what other cells can reach. */
  abandon(variables: readonly tf.Variable[]): void;
}

/** The names of a kernel's cells: none yet. */
export function shareNames(): SharedNames {
  const cells = new Map<string, Kept>();

  const scope = (): Record<string, unknown> => {
    const all = {};
    for (const { names } of cells.values()) Object.defineProperties(all, Object.getOwnPropertyDescriptors(names));
    return all;
  };

  return {
    scope,
    supersede(cell) {
      const old = cells.get(cell);
      if (!old) return;
      cells.delete(cell);
      const live = reachable(readAll([...cells.values()]));
      const dead = reachable(readAll([old]));
      release(without(dead, live));
      dispose(old.variables, live);
    },
    keep: (cell, kept) => void cells.set(cell, kept),
    abandon: (variables) => dispose(variables, reachable(readAll([...cells.values()]))),
  };
}

function dispose(variables: readonly tf.Variable[], { tensors: live }: Reached): void {
  for (const variable of variables) if (!live.has(variable) && !variable.isDisposed) variable.dispose();
}

/** The values of all names of some cells. */
function readAll(kept: Kept[]): unknown[] {
  return kept.flatMap(({ names }) => Object.keys(names).map((name) => readName(names, name)));
}

/** The value of one name; undefined where its getter throws, as it does for a `const` that the run never reached. */
export function readName(names: Record<string, unknown>, name: string): unknown {
  try {
    return names[name];
  } catch {
    return undefined;
  }
}

function without(from: Reached, live: Reached): Reached {
  return {
    tensors: new Set([...from.tensors].filter((tensor) => !live.tensors.has(tensor))),
    models: new Set([...from.models].filter((model) => !live.models.has(model))),
    optimizers: new Set([...from.optimizers].filter((optimizer) => !live.optimizers.has(optimizer))),
  };
}
