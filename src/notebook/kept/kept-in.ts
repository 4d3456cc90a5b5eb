import type { KeptOutput } from '../../kept';

const shown = new WeakMap<Element, readonly KeptOutput[]>();

/** What the book's own run left of that cell, once it has been fetched. */
export function keptIn(cell: Element): readonly KeptOutput[] | undefined {
  return shown.get(cell);
}

/** Tells a notebook, now or when there is one, what stands below a cell: `kept-shown`, dispatched there, bubbles. */
export function giveKept(cell: HTMLElement, outputs: readonly KeptOutput[]): void {
  shown.set(cell, outputs);
  cell.dispatchEvent(new CustomEvent('kept-shown', { bubbles: true, detail: outputs }));
}
