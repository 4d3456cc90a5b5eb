/** tfjs numbers the layers and models of a process, which here is one for all chapters: `conv2d_Conv2D9`, `sequential_10`, `input3`. */
const numbered = /\b([a-z][a-z0-9_]*_(?:[A-Z]\w*?)?|input|model)\d+(?=_|\b)/g;

/** The same outputs with `#` for the numbers that tfjs gave to layers and models. */
export function unnumbered(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(numbered, '$1#');
  if (Array.isArray(value)) return value.map(unnumbered);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unnumbered(part)]));
}
