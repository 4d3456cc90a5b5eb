import type { Position } from '../../protocol';
import { shownCells } from '../session/scratch';
import type { Session } from '../session/session';
import { cellOf } from '../session/session-state';
import type { CellHost } from './cell-host';
import { createCellView, type CellView } from './cell-view';
import { scratchElements } from './scratch-element';

/** The cells of a chapter on the page. */
export interface CellViews {
  /** In the order of the page. */
  list(): CellView[];
  find(cell: string): CellView | undefined;
  /** Moves the focus to the next cell of the page or to the previous one; from the first or last cell it goes no further. */
  step(cell: string, by: 1 | -1): void;
  /** Adds views for cells that the session has and the page lacks, and removes views of cells that were taken away. */
  follow(session: Session): void;
}

/** Brings every cell of `chapter` on the page to life. */
export function createCellViews(chapter: string, first: Session, host: CellHost): CellViews {
  const selector = `notebook-cell[data-chapter="${chapter}"]`;
  const elements = [...document.querySelectorAll<HTMLElement>(selector)];
  const plain = elements.find(({ dataset }) => dataset.kind !== 'check');
  const makeElement = plain && scratchElements(plain);
  const views = new Map<string, CellView>();
  let shown: readonly string[] = [];

  function open(element: HTMLElement, session: Session): CellView {
    const view = createCellView(element, cellOf(session, element.dataset.cell ?? ''), host);
    views.set(view.name, view);
    element.addEventListener('goto-position', (event) => goTo(view.name, event));
    element.addEventListener('show-more', () => host.more(view.name));
    return view;
  }
  for (const element of elements) open(element, first);

  /** The place of an error names a cell, which may be another one than the cell that was clicked. */
  function goTo(own: string, event: Event): void {
    const { cell = own, ...at } = (event as CustomEvent<Position & { cell?: string }>).detail;
    views.get(cell)?.edit(at);
  }

  /** Puts an added cell below the nearest cell above it that is on the page: first into the slot there, or after another added cell. */
  function place(element: HTMLElement, above: HTMLElement | undefined): void {
    const slot = above ? above.nextElementSibling : elements[0]?.previousElementSibling;
    if (slot?.matches('.rc-slot[data-for="cells"]')) {
      if (slot.firstElementChild !== element) slot.prepend(element);
    } else if (slot !== element) above?.after(element);
  }

  const inOrder = (): CellView[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].flatMap(({ dataset }) => views.get(dataset.cell ?? '') ?? []);
  let list = inOrder();

  return {
    list: () => list,
    find: (cell) => views.get(cell),
    step(cell, by) {
      const next = list[list.findIndex(({ name }) => name === cell) + by] ?? views.get(cell);
      next?.focus();
      next?.element.scrollIntoView({ block: 'nearest' });
    },
    follow(session) {
      const cells = shownCells(session);
      const names = cells.map(({ name }) => name);
      if (names.length === shown.length && names.every((name, index) => name === shown[index])) return;
      shown = names;
      for (const [name, view] of views) {
        if (names.includes(name)) continue;
        views.delete(name);
        view.remove();
      }
      let above: HTMLElement | undefined;
      for (const cell of cells) {
        let view = views.get(cell.name);
        if (cell.place && makeElement) {
          const element = view?.element ?? makeElement(cell.name);
          place(element, above);
          view ??= open(element, session);
        }
        above = view?.element ?? above;
      }
      list = inOrder();
    },
  };
}
