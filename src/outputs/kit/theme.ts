/**
 * Light or dark, as the site says on the root element; without a word from it, as the reader's system says.
 * On paper always light.
 */
export function isDark(): boolean {
  if (matchMedia('print').matches) return false;
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

const listeners = new Set<() => void>();
let watching = false;

/** Calls back at each change of the theme, until the returned function is called. */
export function onThemeChange(listener: () => void): () => void {
  if (!watching) watch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function watch(): void {
  watching = true;
  const tell = (): void => listeners.forEach((listener) => listener());
  new MutationObserver(tell).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  for (const query of ['print', '(prefers-color-scheme: dark)']) matchMedia(query).addEventListener('change', tell);
}

/** Reads colours of the stylesheet by the name of their custom property, as the browser resolves them at `place`. */
export function colourReader(place: HTMLElement): (property: string) => string {
  const probe = document.createElement('span');
  probe.hidden = true;
  place.append(probe);
  const style = getComputedStyle(probe);
  queueMicrotask(() => probe.remove());
  return (property) => {
    probe.style.color = `var(${property})`;
    return style.color;
  };
}
