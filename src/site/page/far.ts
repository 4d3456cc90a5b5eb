/*
 * A page is long: what is far from the window is laid out when it comes near (prose.css). Once it has been near it stays as it is, because
 * what is only perhaps laid out also clips what hangs out of it, such as an open menu.
 */

const near = (part: Element): boolean => part.toggleAttribute('data-near', true);

document.addEventListener(
  'contentvisibilityautostatechange',
  ({ target, skipped }: Event & { skipped?: boolean }) => {
    if (!skipped && target instanceof Element) near(target);
  },
  true,
);
// What was near before this script had come.
for (const part of document.querySelectorAll('.sl-markdown-content > *, notebook-cell'))
  if (part.firstElementChild?.checkVisibility?.({ contentVisibilityAuto: true })) near(part);

/** What a link led to: while parts above it turn out to be higher or lower it stays in its place, until the reader moves on. */
let goal: Element | undefined;
/** Milliseconds for what is near it to be laid out. */
const settling = 3000;
let timer = 0;

function hold(hash: string): void {
  goal = undefined;
  try {
    goal = document.getElementById(decodeURIComponent(hash.slice(1))) ?? undefined;
  } catch {
    // The address is broken, and leads nowhere.
  }
  clearTimeout(timer);
  timer = window.setTimeout(() => (goal = undefined), settling);
}

const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
// A page that is reloaded or come back to is where the reader left it.
if (visit?.type === 'navigate') hold(location.hash);
for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
  addEventListener(type, () => (goal = undefined), { capture: true, passive: true });
addEventListener('click', ({ target }) => {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (link) hold(link.hash);
});
const content = document.querySelector('.sl-markdown-content');
if (content) new ResizeObserver(() => goal?.scrollIntoView()).observe(content);
