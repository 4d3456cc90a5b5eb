import { make } from './make-element';
import type { OnPage } from './on-page';

export interface ScrollBox {
  readonly element: HTMLElement;
  relabel(label: string): void;
}

/** A box that scrolls inside the column. It is a Tab stop, with a name, only while it has something to scroll. */
export function scrollBox(page: OnPage, label: string, ...content: HTMLElement[]): ScrollBox {
  const element = make('div', { class: 'rc-scroll' }, ...content);
  let name = label;
  const look = (): void => {
    const scrolls = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (scrolls === element.hasAttribute('tabindex') && (!scrolls || element.getAttribute('aria-label') === name))
      return;
    for (const attribute of ['tabindex', 'role', 'aria-label']) element.removeAttribute(attribute);
    if (!scrolls) return;
    element.tabIndex = 0;
    element.setAttribute('role', 'region');
    element.setAttribute('aria-label', name);
  };
  const observer = page.observe(new ResizeObserver(look));
  observer.observe(element);
  for (const child of content) observer.observe(child);
  return {
    element,
    relabel: (text) => {
      name = text;
      look();
    },
  };
}

/**
 * Scrolls the page so far that what a reader has just opened can be seen, from its top if it is taller than the window. Call it after the
 * element was put in its place: it waits until its parts have found their size.
 */
export function reveal(page: OnPage, element: HTMLElement): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const scroll = (): void => element.scrollIntoView({ block: 'nearest', behavior: calm ? 'instant' : 'smooth' });
  // Parts that fit themselves to the room they get do so at the end of the next frame.
  page.nextFrame(() => page.nextFrame(scroll));
}
