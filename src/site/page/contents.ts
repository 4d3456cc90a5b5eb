/* The page's contents, beside the text or above it on a narrow screen: marks the section that is read, and closes the list that is open. */

const navs = [...document.querySelectorAll<HTMLElement>('[data-contents]')];
const headings = [...(navs[0]?.querySelectorAll('a') ?? [])].flatMap(
  ({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))) ?? [],
);

function mark({ id }: HTMLElement): void {
  for (const nav of navs) {
    for (const link of nav.querySelectorAll('a')) {
      const isHere = decodeURIComponent(link.hash.slice(1)) === id;
      if (isHere) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      const shown = isHere && nav.querySelector('[data-current]');
      if (shown) shown.textContent = link.textContent.trim();
    }
  }
}

/** Headings that begin above the line at which a section counts as read: a little below where a link to it puts its heading. */
const passed = new Set<Element>();
let observer: IntersectionObserver | undefined;

function watch(): void {
  observer?.disconnect();
  const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 48;
  observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const here = headings.findLast((heading) => passed.has(heading)) ?? headings[0];
      if (here) mark(here);
    },
    { rootMargin: `9999999px 0px ${line - document.documentElement.clientHeight}px` },
  );
  for (const heading of headings) observer.observe(heading);
}
watch();
addEventListener('resize', watch);

function close({ type, target, key }: Event & { key?: string }): void {
  for (const list of document.querySelectorAll<HTMLDetailsElement>('[data-contents] [open]')) {
    const inside = target instanceof Element && list.contains(target);
    const chosen = inside && target.closest('a') !== null;
    if (type === 'keydown' ? key !== 'Escape' : inside && !chosen) continue;
    const hadFocus = type === 'keydown' && list.contains(document.activeElement);
    list.open = false;
    if (hadFocus) list.querySelector('summary')?.focus();
  }
}
for (const type of ['click', 'keydown']) document.addEventListener(type, close);
