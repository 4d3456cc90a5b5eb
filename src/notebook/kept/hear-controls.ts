/** By cell and label, what a control said last, and where. */
type Moves = Map<string, { at: Element; cell: HTMLElement; detail: { label: string } }>;

/**
 * Kept outputs are there without a notebook: the first move of one of their controls brings it, and what was said meanwhile is then said
 * to it. Call this before there is a notebook, so that it hears first.
 *
 * @param open brings the notebook to which a cell belongs; false where that fails
 */
export function hearControls(open: (cell: HTMLElement) => Promise<boolean>): void {
  /** Chapters whose notebook hears its controls itself. */
  const opened = new Set<string>();
  const waiting = new Map<string, Moves>();

  async function hear(event: Event): Promise<void> {
    const { target, detail } = event as CustomEvent<{ label: string }>;
    const cell = target instanceof Element ? target.closest<HTMLElement>('notebook-cell') : null;
    const chapter = cell?.dataset.chapter ?? '';
    if (!cell || !(target instanceof Element) || opened.has(chapter)) return;
    event.stopImmediatePropagation();
    const key = JSON.stringify([cell.dataset.cell, detail.label]);
    const before = waiting.get(chapter);
    if (before) return void before.set(key, { at: target, cell, detail });
    const moves: Moves = new Map([[key, { at: target, cell, detail }]]);
    waiting.set(chapter, moves);
    if (await open(cell)) {
      opened.add(chapter);
      for (const one of moves.values()) say(one);
    }
    waiting.delete(chapter);
  }
  document.addEventListener('control-moved', (event) => void hear(event));
}

function say({ at, cell, detail }: { at: Element; cell: HTMLElement; detail: object }): void {
  const from = at.isConnected ? at : cell;
  from.dispatchEvent(new CustomEvent('control-moved', { bubbles: true, detail }));
}
