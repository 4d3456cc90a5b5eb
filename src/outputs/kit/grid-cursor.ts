export interface GridCell {
  row: number;
  column: number;
}

/** Where a key moves the cursor in a grid, or nothing if it is not a key for grids. It stops at the edges. */
export function moveCursor(
  key: string,
  { row, column }: GridCell,
  size: { rows: number; columns: number },
): GridCell | undefined {
  const moves: Record<string, GridCell> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: { row, column: 0 },
    End: { row, column: size.columns - 1 },
  };
  const target = moves[key];
  return target && { row: clamp(target.row, size.rows), column: clamp(target.column, size.columns) };
}

/** The cell under a point, given as fractions (0 … 1) of the grid's width and height. */
export function cellAt(x: number, y: number, size: { rows: number; columns: number }): GridCell {
  return {
    row: clamp(Math.floor(y * size.rows), size.rows),
    column: clamp(Math.floor(x * size.columns), size.columns),
  };
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
