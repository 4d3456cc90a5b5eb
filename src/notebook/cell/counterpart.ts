/** What a reader can press or move without help of a script. */
const native = 'button, input, select, summary, a[href], textarea';

/** Finds the element of a drawn output that takes the place of one in its still. */
type FindIn = (output: HTMLElement) => HTMLElement | undefined;

/** The control of the browser's own in which an element is. */
export function nativeControl(element: Element): HTMLElement | undefined {
  return element.closest<HTMLElement>(native) ?? undefined;
}

/** What has the focus within `root`. */
export function focusWithin(root: HTMLElement): HTMLElement | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && root.contains(activeElement) ? activeElement : undefined;
}

/** What the keyboard reaches first within `root`; rather what can be walked over than a control. */
export function firstReachable(root: HTMLElement): HTMLElement | undefined {
  return among(root, '[tabindex="0"]')[0] ?? among(root, `:is(${native}):not([tabindex="-1"], [disabled])`)[0];
}

/**
 * The counterpart of an element: the same control, or what is spoken of in the same words, or what looks the same. An output and its still
 * have their parts in the same order; of parts that a still has for several widths, one is visible.
 */
export function counterpartOf(one: HTMLElement, still: HTMLElement): FindIn {
  const selector = selectorOf(one);
  if (selector === '') return () => undefined;
  const at = among(still, selector).indexOf(one);
  return (output) => among(output, selector)[at];
}

function selectorOf(one: HTMLElement): string {
  if (one.matches(native)) return one instanceof HTMLInputElement ? `input[type="${one.type}"]` : one.localName;
  const label = one.getAttribute('aria-label');
  if (label !== null) return `[aria-label="${CSS.escape(label)}"]`;
  return [...one.classList].map((name) => `.${CSS.escape(name)}`).join('');
}

function among(root: HTMLElement, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
}
