import { preview, treeOf } from '../../lab';
import type { LogLook, TreeNode } from '../../protocol';

/** A part of a line of the console. */
export interface Printed {
  text: string;
  look?: LogLook;
  /** What the part unfolds to, where it is more than its text; made when it is sent. */
  tree?: () => TreeNode;
}

/** Nodes of the tree of one value. */
const mostNodes = 200;
const placePattern = /%[csdifoO%]/g;

/** What `console.log(...values)` prints: a first text may have places for those after it, as in browsers. */
export function printed(values: readonly unknown[]): Printed[] {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return spaced(values.map((value) => print(value)));
  const { parts, used, look } = filled(first, rest);
  return spaced([parts, ...rest.slice(used).map((value) => [styled(print(value), look)])].flat(), parts.length);
}

/** The first text with its places filled, and how many values it took. */
function filled(
  text: string,
  values: readonly unknown[],
): { parts: Printed[]; used: number; look: LogLook | undefined } {
  const parts: Printed[] = [];
  let look: LogLook | undefined;
  let used = 0;
  let done = 0;
  const put = (part: Printed): void => void (part.text !== '' && parts.push(styled(part, look)));
  for (const { 0: place, index } of text.matchAll(placePattern)) {
    if (place !== '%%' && used >= values.length) break;
    put({ text: text.slice(done, index) });
    done = index + place.length;
    if (place === '%%') put({ text: '%' });
    else if (place === '%c') look = lookOf(values[used++]);
    else put(placed(place, values[used++]));
  }
  put({ text: text.slice(done) });
  return { parts, used, look };
}

function placed(place: string, value: unknown): Printed {
  switch (place) {
    case '%s':
      return print(value);
    case '%d':
    case '%i':
      return { text: String(Math.trunc(numberOf(value))) };
    case '%f':
      return { text: String(numberOf(value)) };
    default:
      return unfolding(value);
  }
}

/** A text as it is, any other value in one line. */
function print(value: unknown): Printed {
  if (typeof value === 'string') return { text: value };
  const { text, whole } = preview(value);
  return whole ? { text } : { text, tree: () => treeOf(value, undefined, mostNodes) };
}

/** A value whose parts can always be looked at, as `console.dir` shows it. */
export function unfolding(value: unknown): Printed {
  const { text } = preview(value);
  if (typeof value !== 'object' || value === null) return { text };
  return { text, tree: () => treeOf(value, undefined, mostNodes) };
}

function numberOf(value: unknown): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  return typeof value === 'string' ? Number.parseFloat(value) : NaN;
}

function styled(part: Printed, look: LogLook | undefined): Printed {
  return look ? { ...part, look } : part;
}

/** With a space between two; the first `joined` parts are one value. */
function spaced(parts: readonly Printed[], joined = 1): Printed[] {
  return parts.flatMap((part, at) => (at > 0 && at >= joined ? [{ text: ' ' }, part] : [part]));
}

/** A colour by name, in hexadecimal digits, or with a function of numbers: nothing that CSS could load or look up. */
const colourPattern =
  /^(?:[a-z]{3,30}|#[0-9a-f]{3,8}|(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([\d\s.,%/a-z+-]{1,60}\))$/i;

/** Of a reader's CSS the colour, the weight and the slant; nothing that could hide the line or move it. */
function lookOf(css: unknown): LogLook | undefined {
  if (typeof css !== 'string') return undefined;
  const look: LogLook = {};
  for (const declaration of css.slice(0, 1000).split(';')) {
    const [property = '', value = ''] = declaration.split(':').map((side) => side.trim().toLowerCase());
    if (property === 'color' && colourPattern.test(value)) look.colour = value;
    if (property === 'font-weight') look.bold = value.startsWith('bold') || Number(value) >= 600;
    if (property === 'font-style') look.italic = value === 'italic' || value.startsWith('oblique');
  }
  return Object.keys(look).length > 0 ? look : undefined;
}
