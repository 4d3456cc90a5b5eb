/** Classes of what is seen in a wide place only, and in a narrow one; still.css says where one ends and the other begins. */
const [wideOnly, narrowOnly] = ['rc-wide', 'rc-narrow'];

/** Joins an output drawn for a wide and for a narrow place: the parts that differ stand in both forms. Changes and returns `wide`. */
export function inBothWidths(wide: Element, narrow: Element): Element {
  if (!join(wide, narrow))
    throw new Error(`stills: an output is another in a narrow place: ${wide.outerHTML.slice(0, 200)}`);
  return wide;
}

/** Whether both could become one element, which `wide` then is. */
function join(wide: Element, narrow: Element): boolean {
  if (wide.outerHTML === narrow.outerHTML) return true;
  if (!isAlike(wide, narrow)) return false;
  const pairs = [...wide.childNodes].map((child, at) => [child, narrow.childNodes[at]] as const);
  // A text cannot stand in both forms: the element around it does.
  const texts = pairs.filter(([child]) => !(child instanceof Element));
  if (texts.some(([child, twin]) => twin instanceof Element || child.textContent !== twin?.textContent)) return false;
  for (const [child, twin] of pairs) {
    if (!(child instanceof Element) || !(twin instanceof Element) || join(child, twin)) continue;
    child.after(twin);
    child.classList.add(wideOnly);
    twin.classList.add(narrowOnly);
  }
  return true;
}

/** The same element with as many children; a drawing stands in one form or the other as a whole. */
function isAlike(one: Element, other: Element): boolean {
  const own = (element: Element): string => (element.cloneNode(false) as Element).outerHTML;
  return one.tagName !== 'svg' && one.childNodes.length === other.childNodes.length && own(one) === own(other);
}

/** Whether an element is seen in wide places, in narrow ones or in both. */
export function widthsOf(element: Element): 'wide' | 'narrow' | 'both' {
  if (element.closest(`.${wideOnly}`)) return 'wide';
  return element.closest(`.${narrowOnly}`) ? 'narrow' : 'both';
}
