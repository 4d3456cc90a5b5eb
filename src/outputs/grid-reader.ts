import { cellAt, moveCursor, type GridCell } from './grid-cursor';
import { make } from './make-element';

export interface GridReader {
  /** Reads the cell at hand again, where the reader is at one: its value has changed. Tells whether there was one. */
  refresh(): boolean;
}

/**
 * Lets the reader point at the cells of `target`, or walk over them with the arrow keys; the cell gets a frame and is told to
 * `onRead`. `target` must be positioned, and becomes focusable.
 */
export function readByHand(
  target: HTMLElement,
  size: () => { rows: number; columns: number },
  onRead: (cell: GridCell) => void,
): GridReader {
  const frame = make('div', { class: 'rc-cell-frame', 'aria-hidden': 'true' });
  let cell: GridCell = { row: 0, column: 0 };
  const read = (next: GridCell): void => {
    cell = next;
    const { rows, columns } = size();
    frame.style.cssText = `left:${(cell.column / columns) * 100}%;top:${(cell.row / rows) * 100}%;width:${100 / columns}%;height:${100 / rows}%`;
    if (!frame.isConnected || frame.parentElement !== target) target.append(frame);
    onRead(cell);
  };
  const point = (event: PointerEvent): void => {
    const box = target.getBoundingClientRect();
    read(cellAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height, size()));
  };
  target.addEventListener('pointermove', point);
  target.addEventListener('pointerdown', point);
  target.addEventListener('pointerleave', () => target !== document.activeElement && frame.remove());
  target.addEventListener('focus', () => !frame.isConnected && read(cell));
  target.addEventListener('blur', () => frame.remove());
  target.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveCursor(event.key, cell, size());
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    read(next);
  });
  return {
    refresh: () => {
      if (frame.parentElement !== target) return false;
      const { rows, columns } = size();
      read({ row: Math.min(cell.row, rows - 1), column: Math.min(cell.column, columns - 1) });
      return true;
    },
  };
}
