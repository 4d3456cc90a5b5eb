/** An element as text, an indented line per element or text, so that a change of markup is a readable difference. */
export function prettyHtml(element: Element, depth = 0): string {
  const indent = '  '.repeat(depth);
  const attributes = [...element.attributes].map(({ name, value }) =>
    value === '' ? ` ${name}` : ` ${name}="${value}"`,
  );
  const tag = element.tagName.toLowerCase();
  const open = `${indent}<${tag}${attributes.join('')}>`;
  const children = [...element.childNodes];
  if (children.every((child) => child.nodeType === 3)) return `${open}${element.textContent}</${tag}>`;
  const lines = children.map((child) =>
    child.nodeType === 1 ? prettyHtml(child as Element, depth + 1) : `${indent}  ${child.textContent}`,
  );
  return [open, ...lines, `${indent}</${tag}>`].join('\n');
}
