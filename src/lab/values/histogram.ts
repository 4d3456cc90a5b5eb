import type { Histogram } from '../../protocol';
import { minMax } from './range';

/** Bins of one histogram: enough to see a shape, few enough to be read one by one. */
const BINS = 48;

/** Counts the finite values in `bins` equal bins from the smallest to the largest value. */
export function histogramOf(values: ArrayLike<number>, bins = BINS): Histogram {
  const [low, high] = minMax(values);
  const counts: number[] = Array(bins).fill(0);
  // Equal values fill one bin in the middle of a range that is 1 wide.
  const [from, to] = low < high ? [low, high] : [low - 0.5, low + 0.5];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? NaN;
    if (!Number.isFinite(value)) continue;
    const bin = Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { low: from, high: to, counts };
}
