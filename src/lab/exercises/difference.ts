import { describe } from '../values/describe';
import { isPlain } from '../values/kinds';
import { writeOut } from '../values/write-out';
import { same } from './same';

/** Longest line, give or take one item. */
const ROOM = 240;
/** Around the marked number while a line is written; private characters that no answer holds. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/** One line for a value, and from which to which character of it the mark goes. */
export interface Marked {
  text: string;
  mark?: [from: number, to: number];
}

/** Where two plain values first differ: indices and names from the outside in. Undefined if they are the same, or of another form. */
export function firstDifference(got: unknown, want: unknown, tolerance: number): string[] | undefined {
  const [mine, theirs] = [partsOf(got), partsOf(want)];
  if (!mine || !theirs) return same(got, want, tolerance) || mine || theirs ? undefined : [];
  if (String(Object.keys(mine).sort()) !== String(Object.keys(theirs).sort())) return undefined;
  const at = Object.keys(theirs).find((key) => !same(mine[key], theirs[key], tolerance));
  if (at === undefined) return undefined;
  const inside = firstDifference(mine[at], theirs[at], tolerance);
  return inside && [at, ...inside];
}

/** A value on one line, numbers rounded to five digits, with the place at `path` marked. A place beyond the end of the line is added to it. */
export function writeMarked(value: unknown, path: string[] | undefined): Marked {
  if (!path || path.length === 0) return { text: write(value) };
  const place = path.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join('');
  const line = write(replaceAt(value, path, (one) => new Pointed(one)));
  const marked = line.includes(OPEN) ? line : `${line}  ${place} = ${OPEN}${write(valueAt(value, path))}${CLOSE}`;
  const from = marked.indexOf(OPEN);
  return { text: marked.replace(OPEN, '').replace(CLOSE, ''), mark: [from, marked.indexOf(CLOSE) - 1] };
}

// A class, so that `writeOut` takes it for a leaf.
class Pointed {
  constructor(readonly value: unknown) {}
}

function write(value: unknown): string {
  return writeOut(value, { characters: ROOM }, (leaf) =>
    leaf instanceof Pointed ? `${OPEN}${describe(rounded(leaf.value))}${CLOSE}` : describe(rounded(leaf)),
  ).text;
}

/** Two numbers that an exercise tells apart differ in their first five digits. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}

function partsOf(value: unknown): Record<string, unknown> | undefined {
  return Array.isArray(value) || isPlain(value) ? (value as Record<string, unknown>) : undefined;
}

const valueAt = (value: unknown, path: string[]): unknown => path.reduce((one, key) => partsOf(one)?.[key], value);

function replaceAt(value: unknown, [key, ...rest]: string[], by: (one: unknown) => unknown): unknown {
  if (key === undefined) return by(value);
  const inside = replaceAt(partsOf(value)?.[key], rest, by);
  return Array.isArray(value)
    ? value.map((one: unknown, index) => (String(index) === key ? inside : one))
    : { ...partsOf(value), [key]: inside };
}
