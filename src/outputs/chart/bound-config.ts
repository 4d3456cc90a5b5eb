/*
 * A configuration for chart.js comes from a cell, and chart.js does what it says: a billion ticks, or a line of dashes that are 1e-9
 * pixels long. So every number of it is brought to where drawing stays fast, by what the number is, and every list and text is cut.
 */

/** Kinds of chart with two axes; the others draw each value as a slice or a spoke. */
const withAxes: readonly unknown[] = ['line', 'bar', 'scatter', 'bubble'];
const mostDatasets = 30;
/** Values of all data sets together, and of one. */
const mostValues = 5000;
const mostInOne = 2000;
const mostSlices = 200;
const mostScales = 8;
const mostParts = 100;
const deepest = 8;
const longestText = 100;
/** Data beyond it cannot be drawn next to other data, and sums of it would be infinite. */
const farthest = 1e100;

/** Options that would draw again and again, or on a canvas of any size. */
const dropped: readonly string[] = ['animation', 'animations', 'transitions', 'devicePixelRatio'];
/** Options in the units of the data. */
const inUnits: readonly string[] = ['min', 'max', 'suggestedMin', 'suggestedMax', 'stepSize'];

export interface BoundConfig {
  config: Record<string, unknown>;
  /** How many values, options and texts were changed or left out. */
  changes: number;
}

/** A number of data: finite, and not so small or large that chart.js would compute with infinities. */
export function boundNumber(value: number): number {
  if (Number.isNaN(value) || Math.abs(value) >= 1 / farthest) return Math.max(-farthest, Math.min(farthest, value));
  return 0;
}

/** The configuration with everything in it bounded. */
export function boundConfig(config: Record<string, unknown>): BoundConfig {
  let changes = 0;
  const note = <Value>(now: Value, before: unknown): Value => {
    if (now !== before) changes += 1;
    return now;
  };
  const firstOf = (list: readonly unknown[], most: number): unknown[] => {
    changes += Math.max(0, list.length - most);
    return list.slice(0, most);
  };
  const textOf = (text: string): string =>
    note(text.length > longestText ? `${text.slice(0, longestText)}…` : text, text);

  const axes = withAxes.includes(config.type);
  const sets = asList(asRecord(config.data).datasets);
  const shown = Math.min(sets.length, mostDatasets) || 1;
  const most = Math.floor(Math.min(axes ? mostInOne : mostSlices, Math.max(20, mostValues / shown)));

  /** One value of a data set: a number, a pair, or an object of numbers. */
  const datum = (value: unknown, key = ''): unknown => {
    if (typeof value === 'number')
      return note(key === 'r' ? clamp(boundNumber(value), 0, 100) : boundNumber(value), value);
    if (typeof value === 'string') return textOf(value);
    if (Array.isArray(value)) return firstOf(value, 4).map((part) => (isDeep(part) ? null : datum(part)));
    if (typeof value !== 'object' || value === null) return value;
    const parts = firstOf(Object.entries(value), 10) as [string, unknown][];
    return Object.fromEntries(parts.map(([name, part]) => [name, isDeep(part) ? null : datum(part, name)]));
  };
  const data = (values: unknown): unknown => {
    if (Array.isArray(values)) return firstOf(values, most).map((value) => datum(value));
    const entries = firstOf(Object.entries(asRecord(values)), most) as [string, unknown][];
    return Object.fromEntries(entries.map(([key, value]) => [textOf(key), datum(value)]));
  };
  const label = (value: unknown): unknown =>
    Array.isArray(value) ? firstOf(value, 4).map((line) => textOf(String(line))) : textOf(String(value ?? ''));

  /** An option and all that is in it. */
  const option = (value: unknown, key: string, depth: number): unknown => {
    if (typeof value === 'string') return textOf(value);
    if (typeof value === 'number') return note(boundOption(value, key, axes), value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > deepest) return note(undefined, value);
    if (Array.isArray(value)) return firstOf(value, mostInOne).map((part) => option(part, key, depth + 1));
    const entries = firstOf(Object.entries(value), key === 'scales' ? mostScales : mostParts) as [string, unknown][];
    const kept = entries.filter(([name]) => note(!dropped.includes(name), true));
    return Object.fromEntries(kept.map(([name, part]) => [name, option(part, name, depth + 1)]));
  };

  const datasets = firstOf(sets, mostDatasets).map((set) => {
    const { data: values, ...style } = asRecord(set);
    return { ...asRecord(option(style, 'dataset', 0)), data: data(values ?? []) };
  });
  const labels = asList(asRecord(config.data).labels);
  const bounded = {
    type: config.type,
    data: { ...(labels.length > 0 && { labels: firstOf(labels, axes ? mostInOne : mostSlices).map(label) }), datasets },
    ...(config.options !== undefined && { options: asRecord(option(config.options, 'options', 0)) }),
  };
  return { config: bounded, changes };
}

function boundOption(given: number, key: string, axes: boolean): number {
  const value = boundNumber(given);
  if (inUnits.includes(key)) return value;
  if (/count|limit/i.test(key)) return clamp(value, 0, 100);
  if (/precision|digits/i.test(key)) return clamp(value, 0, 20);
  if (/dash$/i.test(key)) return clamp(value, 1, 1000);
  if (/radius$/i.test(key)) return clamp(value, 0, axes ? 50 : 1000);
  if (/width|size|height|thickness|length/i.test(key)) return clamp(value, 0, 100);
  return clamp(value, -1000, 1000);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

const isDeep = (value: unknown): boolean => typeof value === 'object' && value !== null;

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
