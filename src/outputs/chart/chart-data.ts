import type { ChartOutput, Series } from '../../protocol';

/** A chart's numbers as rows: x (or the category), then a column per series; `null` where a series has no point. */
export function chartRows({ series, xLabel, categories }: ChartOutput): {
  columns: string[];
  rows: (string | number | null)[][];
} {
  const places = [...new Set(series.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const lookups = series.map(({ points }) => new Map(points));
  const rows = places.map((x) => [categories?.[x] ?? x, ...lookups.map((lookup) => lookup.get(x) ?? null)]);
  return { columns: [xLabel || 'x', ...series.map(({ name }) => name)], rows };
}

export interface SeriesFacts {
  count: number;
  first: number;
  last: number;
  low: number;
  high: number;
}

/** What a reader who cannot see a curve needs to know about it; nothing for an empty curve. */
export function seriesFacts({ points }: Series): SeriesFacts | undefined {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return undefined;
  let [low, high] = [Infinity, -Infinity];
  for (const [, y] of points) {
    if (y < low) low = y;
    if (y > high) high = y;
  }
  return { count: points.length, first: first[1], last: last[1], low, high };
}

/**
 * At most about `limit` points that keep a curve's shape: the lowest and the highest of each run of neighbours, in order. No screen
 * shows more, and drawing stays fast.
 */
export function thinPoints(points: readonly [number, number][], limit: number): [number, number][] {
  if (points.length <= limit) return [...points];
  const size = Math.ceil(points.length / (limit / 2));
  const kept: [number, number][] = [];
  for (let start = 0; start < points.length; start += size) {
    const stretch = points.slice(start, start + size);
    const low = extreme(stretch, (a, b) => a < b);
    const high = extreme(stretch, (a, b) => a > b);
    const pair = low < high ? [low, high] : [high, low];
    for (const index of new Set(pair)) kept.push(stretch[index] ?? [0, 0]);
  }
  return kept;
}

function extreme(points: readonly [number, number][], better: (a: number, b: number) => boolean): number {
  let best = 0;
  points.forEach(([, y], index) => {
    if (better(y, points[best]?.[1] ?? NaN)) best = index;
  });
  return best;
}
