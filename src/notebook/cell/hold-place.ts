/** The cell whose place is held. */
let held: { element: Element; end(): void } | undefined;

/**
 * Keeps a cell where it is in the window while outputs open above it, until the reader scrolls or does something else. Browsers anchor the
 * scroll position themselves, but not at the top of a page, and Safari not at all.
 */
export function holdPlace(element: Element): void {
  held?.end();
  let top = element.getBoundingClientRect().top;
  const follow = (): void => void (top = element.getBoundingClientRect().top);
  const sizes = new ResizeObserver(() => {
    const moved = element.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
    follow();
  });
  const acts = ['wheel', 'touchmove', 'pointerdown', 'keydown'];
  const end = (): void => {
    sizes.disconnect();
    for (const act of acts) removeEventListener(act, end, true);
    removeEventListener('scroll', follow, true);
    held = undefined;
  };
  sizes.observe(document.body);
  for (const act of acts) addEventListener(act, end, { capture: true, passive: true });
  addEventListener('scroll', follow, { capture: true, passive: true });
  held = { element, end };
}
