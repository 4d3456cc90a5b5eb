import type { Series } from '../../protocol';
import { say } from '../../words';
import { describe } from '../values/describe';
import { isNumberArray, isPlain, isTensor } from '../values/kinds';
import { thinCloud, thinLine } from './thin';

/** Limit for the points of one line: more than a wide screen has columns. */
const LINE = 2000;
/** Limit for the points of one scatter plot. */
const CLOUD = 5000;
/** Limit for the lines of one chart. */
const SERIES = 30;
type Point = [x: number, y: number];

/**
 * The series in a reader's data.
 * @throws TypeError that says what was given, and where in it a value is not a number
 * @throws RangeError for too many series
 */
export function seriesOf(data: unknown, type: 'line' | 'bar' | 'scatter'): Series[] {
  if (isTensor(data)) throw new TypeError(say('lab.plot.tensor'));
  if (isList(data)) return [seriesFrom(data, '', type)];
  if (!isPlain(data)) throw new TypeError(say('lab.plot.data', { value: describe(data) }));
  const entries = Object.entries(data);
  if (entries.length > SERIES) throw new RangeError(say('lab.plot.series', { count: entries.length, most: SERIES }));
  return entries.map(([name, values]) => {
    if (isTensor(values)) throw new TypeError(say('lab.plot.tensor'));
    if (!isList(values)) throw new TypeError(say('lab.plot.list', { name, value: describe(values) }));
    return seriesFrom(values, name, type);
  });
}

function seriesFrom(values: ArrayLike<unknown>, name: string, type: 'line' | 'bar' | 'scatter'): Series {
  const points = pointsOf(values, name, type);
  // A thinned line looks the same. A thinned scatter plot does not, so it says how many points are left out.
  const thinned = type === 'scatter' && points.length < values.length;
  const remark = thinned ? ` (${say('lab.plot.sampled', { shown: points.length, of: values.length })})` : '';
  // Validation is dashed, as in the curves of trainingView.
  return { name: `${name}${remark}`.trim(), points, ...(name.startsWith('val_') && { dashed: true }) };
}

function pointsOf(values: ArrayLike<unknown>, name: string, type: 'line' | 'bar' | 'scatter'): Point[] {
  const point = (at: number): Point => pointAt(values, at, name);
  for (let at = 0; at < values.length; at++) if (typeof values[at] !== 'number') point(at);
  const y = (at: number): number => (typeof values[at] === 'number' ? gap(Number(values[at])) : point(at)[1]);
  const shown = type === 'scatter' ? thinCloud(values.length, CLOUD) : thinLine(values.length, y, LINE);
  return shown.map(point);
}

function pointAt(values: ArrayLike<unknown>, at: number, name: string): Point {
  const value = values[at];
  if (typeof value === 'number') return [at, gap(value)];
  if (value === null || value === undefined) return [at, NaN];
  if (isTensor(value)) throw new TypeError(say('lab.plot.tensor'));
  const [x, y, ...rest]: unknown[] = isList(value) ? Array.from(value) : [];
  if (typeof x !== 'number' || typeof y !== 'number' || rest.length > 0 || !Number.isFinite(x)) {
    throw new TypeError(say('lab.plot.point', { place: `${name}[${at}]`, value: describe(value) }));
  }
  return [x, gap(y)];
}

/** An infinite height becomes a gap, like NaN: it cannot be drawn, and no axis could hold it and the others. */
function gap(y: number): number {
  return Number.isFinite(y) ? y : NaN;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || isNumberArray(value);
}
