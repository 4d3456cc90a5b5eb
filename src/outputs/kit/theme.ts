/** Light or dark, as the site sets on the root element; otherwise as in the reader's system. Always light on paper. */
export function isDark(): boolean {
  if (onPaper()) return false;
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

/** True while the page is being printed. */
export const onPaper = (): boolean => matchMedia('print').matches;

const listeners = new Set<() => void>();
let endWatch: (() => void) | undefined;

/** Calls back at each change of the theme or of the screen's pixels (another zoom, another screen) until `signal` aborts. All outputs share one watch, which ends with the last of them. */
export function onThemeChange(listener: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  listeners.add(listener);
  endWatch ??= watch();
  const forget = (): void => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    endWatch?.();
    endWatch = undefined;
  };
  signal.addEventListener('abort', forget, { once: true });
}

function watch(): () => void {
  const tell = (): void => listeners.forEach((listener) => listener());
  const root = new MutationObserver(tell);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const queries = ['print', '(prefers-color-scheme: dark)'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', tell);
  const endZoom = watchZoom(tell);
  return () => {
    root.disconnect();
    endZoom();
    for (const query of queries) query.removeEventListener('change', tell);
  };
}

/** A query for a resolution changes only once, when it ends to be true, so each is followed by another. */
function watchZoom(tell: () => void): () => void {
  let query: MediaQueryList | undefined;
  const watch = (): void => {
    query?.removeEventListener('change', changed);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  const changed = (): void => {
    watch();
    tell();
  };
  watch();
  return () => query?.removeEventListener('change', changed);
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
