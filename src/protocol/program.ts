/** A place in a cell's own TypeScript; both numbers start at 1. */
export interface Position {
  line: number;
  column: number;
}

/** A cell after compilation: a module body and the names that tie it to other cells. Made by compile, run by the kernel. */
export interface Program {
  /** JavaScript of an ES module whose default export runs the cell. compile's `linkProgram` fits it to the names at hand before a run. */
  code: string;
  /** Top-level names that the cell declares. */
  declares: string[];
  /** Free names that the cell reads: other cells', the lab's or the platform's. */
  reads: string[];
  /** Free names to which the cell assigns: a fault where another cell declares them. */
  writes: string[];
  /** Per generated line (from 0): ascending pairs [generated column, source line, source column], all from 0. */
  mappings: [number, number, number][][];
}
