/** The cell whose place is held. */
let held: { element: Element; end(): void } | undefined;

/**
 * Keeps a cell, or a control in it, where it is in the window while outputs open above it, until the reader scrolls or does something
 * elsewhere. Browsers anchor the scroll position themselves, but not at the top of a page, and Safari not at all.
 */
export function holdPlace(element: Element): void {
  if (held?.element === element) return;
  held?.end();
  let top = element.getBoundingClientRect().top;
  const follow = (): void => void (top = element.getBoundingClientRect().top);
  const sizes = new ResizeObserver(() => {
    const box = element.getBoundingClientRect();
    // What has been scrolled out of the window, by whatever means, is not what the reader looks at.
    if (!element.isConnected || top > innerHeight || top + box.height < 0) return end();
    const moved = box.top - top;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
    follow();
  });
  const acts = ['wheel', 'touchmove', 'pointerdown', 'keydown'];
  const isControl = element.matches('[data-output="control"]');
  /** What is done to a control that is held goes on. */
  const act = ({ target, type }: Event): void => {
    if (!isControl || type === 'wheel' || !(target instanceof Node) || !element.contains(target)) end();
  };
  const end = (): void => {
    sizes.disconnect();
    for (const type of acts) removeEventListener(type, act, true);
    removeEventListener('scroll', follow, true);
    held = undefined;
  };
  sizes.observe(document.body);
  for (const type of acts) addEventListener(type, act, { capture: true, passive: true });
  addEventListener('scroll', follow, { capture: true, passive: true });
  held = { element, end };
}
