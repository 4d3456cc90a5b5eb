import { cellAt, moveCursor, type GridCell } from './grid-cursor';
import { make } from './make-element';

export interface GridReader {
  /** Reads the current cell again, because its value has changed. Returns whether there was a current cell. */
  refresh(): boolean;
}

/**
 * Lets the reader point at the cells of `target`, or walk over them with the arrow keys; the cell gets a frame and is passed to
 * `onRead`. `target` must be positioned and focusable. Grids that share a `cursor` are entered at the cell where the reader left the
 * last grid.
 */
export function readByHand(
  target: HTMLElement,
  size: () => { rows: number; columns: number },
  onRead: (cell: GridCell) => void,
  cursor: GridCell = { row: 0, column: 0 },
): GridReader {
  const frame = make('div', { class: 'rc-cell-frame', 'aria-hidden': 'true' });
  const read = (next: GridCell): void => {
    const { rows, columns } = size();
    cursor.row = Math.min(next.row, rows - 1);
    cursor.column = Math.min(next.column, columns - 1);
    frame.style.cssText = `left:${(cursor.column / columns) * 100}%;top:${(cursor.row / rows) * 100}%;width:${100 / columns}%;height:${100 / rows}%`;
    if (frame.parentElement !== target) target.append(frame);
    onRead({ ...cursor });
  };
  const point = (event: PointerEvent): void => {
    const box = target.getBoundingClientRect();
    read(cellAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height, size()));
  };
  target.addEventListener('pointermove', point);
  target.addEventListener('pointerdown', point);
  target.addEventListener('pointerleave', () => target !== document.activeElement && frame.remove());
  target.addEventListener('focus', () => !frame.isConnected && read(cursor));
  target.addEventListener('blur', () => frame.remove());
  target.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveCursor(event.key, cursor, size());
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    read(next);
  });
  return {
    refresh: () => {
      if (frame.parentElement !== target) return false;
      read(cursor);
      return true;
    },
  };
}
