import { count, shape, type Schema } from './schema';

/** A position in a cell's TypeScript; both numbers start at 1. */
export interface Position {
  line: number;
  column: number;
}

/** A cell after compilation: a module body and the names that connect it to other cells. Made by compile, run by the kernel. */
export interface Program {
  /**
   * JavaScript of an ES module whose default export runs the cell. compile's `linkProgram` adapts it to the available names before a
   * run.
   */
  code: string;
  /** Top-level names that the cell declares. */
  declares: string[];
  /** Free names that the cell reads: other cells', the lab's or the platform's. */
  reads: string[];
  /** Free names that the cell assigns to: an error if another cell declares them. */
  writes: string[];
  /** Per generated line (from 0): ascending pairs [generated column, source line, source column], all from 0. */
  mappings: [number, number, number][][];
}

export const positionSchema: Schema<Position> = shape<Position>({ line: count, column: count });
