import { createCellView, type CellHost, type CellView } from './cell-view';
import { scratchElements } from './scratch-element';
import { shownCells } from '../session/scratch';
import type { Session } from '../session/session';
import { cellOf } from '../session/session-state';

/** The cells of a chapter on the page. */
export interface CellViews {
  /** In the order of the page. */
  list(): CellView[];
  find(cell: string): CellView | undefined;
  /** Brings the page's cells in line with the session's: cells that the reader added come, those taken away go. */
  follow(session: Session): void;
}

export function createCellViews(
  chapter: string,
  first: Session,
  host: CellHost,
  onView: (view: CellView) => void,
): CellViews {
  const selector = `notebook-cell[data-chapter="${chapter}"]`;
  const elements = [...document.querySelectorAll<HTMLElement>(selector)];
  const plain = elements.find(({ dataset }) => dataset.kind !== 'check');
  const makeElement = plain && scratchElements(plain);
  const views = new Map<string, CellView>();
  let shown: readonly string[] = [];

  function open(element: HTMLElement, session: Session): CellView {
    const view = createCellView(element, cellOf(session, element.dataset.cell ?? ''), host);
    views.set(view.name, view);
    onView(view);
    return view;
  }
  for (const element of elements) open(element, first);

  /** Below the nearest cell above it that is on the page. */
  function place(element: HTMLElement, above: HTMLElement | undefined): void {
    if (above) {
      if (above.nextElementSibling !== element) above.after(element);
    } else if (elements[0]?.previousElementSibling !== element) elements[0]?.before(element);
  }

  const inOrder = (): CellView[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].flatMap(({ dataset }) => views.get(dataset.cell ?? '') ?? []);
  let list = inOrder();

  return {
    list: () => list,
    find: (cell) => views.get(cell),
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
