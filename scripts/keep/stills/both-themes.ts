/**
 * Joins an output drawn in the light and in the dark theme, which differ in colours only: pictures get two names, and colours of lines and
 * texts follow the theme. Changes and returns `light`.
 */
export function inBothThemes(light: Element, dark: Element): Element {
  const other = dark.attributes;
  if (
    light.tagName !== dark.tagName ||
    light.childNodes.length !== dark.childNodes.length ||
    light.attributes.length !== other.length
  )
    throw differ(light, dark);
  for (const { name, value } of [...light.attributes]) {
    const inDark = dark.getAttribute(name);
    if (name === 'data-picture') light.setAttribute('data-dark', inDark ?? value);
    else if (inDark !== value) follow(light, dark, name, value, inDark ?? '');
  }
  [...light.childNodes].forEach((child, at) => {
    const twin = dark.childNodes[at];
    if (child instanceof Element && twin instanceof Element) inBothThemes(child, twin);
    else if (child.textContent !== twin?.textContent) throw differ(light, dark);
  });
  return light;
}

/** Black on white and white on black have a class each: every number of a matrix has one of them. */
const contrary: Record<string, string> = { '#000 #fff': 'rc-black-white', '#fff #000': 'rc-white-black' };

function follow(light: Element, dark: Element, name: string, inLight: string, inDark: string): void {
  if (name !== 'fill' && name !== 'stroke') throw differ(light, dark);
  light.removeAttribute(name);
  const known = name === 'fill' ? contrary[`${inLight} ${inDark}`] : undefined;
  if (known) return light.classList.add(known);
  const before = light.getAttribute('style');
  light.setAttribute('style', `${before ? `${before};` : ''}${name}:light-dark(${inLight},${inDark})`);
}

function differ(light: Element, dark: Element): Error {
  const tag = (element: Element): string => element.outerHTML.slice(0, 200);
  return new Error(`stills: the themes differ in more than colours:\n${tag(light)}\n${tag(dark)}`);
}
