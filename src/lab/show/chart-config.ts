import { say } from '../../words';
import { describe } from '../values/describe';
import { isNumberArray, isPlain } from '../values/kinds';

/** Limit for the values of one configuration. */
const MAX_VALUES = 100_000;

/** True for what looks like a chart.js configuration: a `type` and a `data` object. */
export function isChartConfig(value: unknown): value is Record<string, unknown> {
  return isPlain(value) && typeof value['type'] === 'string' && isPlain(value['data']);
}

/**
 * A copy of a chart.js configuration as plain JSON, which can be sent to the page: typed arrays become lists, NaN and
 * infinities `null` (a gap).
 * @throws TypeError that says where a function, a circular reference or another value is that JSON does not have
 * @throws RangeError for too many values
 */
export function plainConfig(config: Record<string, unknown>): Record<string, unknown> {
  let left = MAX_VALUES;
  const copy = (value: unknown, place: string, above: object[]): unknown => {
    if (--left < 0) throw new RangeError(say('lab.plot.large', { most: MAX_VALUES }));
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value === 'object' && above.includes(value)) throw new TypeError(say('lab.plot.circle', { place }));
    if (Array.isArray(value) || isNumberArray(value)) {
      return Array.from(value, (item: unknown, at) => copy(item ?? null, `${place}[${at}]`, [...above, value]));
    }
    if (isPlain(value)) {
      const entries = Object.entries(value).filter(([, item]) => item !== undefined);
      return Object.fromEntries(
        entries.map(([key, item]) => [key, copy(item, place ? `${place}.${key}` : key, [...above, value])]),
      );
    }
    throw new TypeError(say('lab.plot.json', { place, value: describe(value) }));
  };
  return copy(config, '', []) as Record<string, unknown>;
}
