import { boundConfig, boundNumber } from './bound-config';
import type { ChartInput } from './chart-config';

/** Points and bars of a whole chart that are drawn at once; chart.js draws a line faster than as many dots or bars. */
const most = { line: 60_000, bar: 5000, scatter: 10_000 } as const;
const mostSeries = 30;
const mostCategories = 2000;

/** A chart as far as it can be drawn at once, and how much of it was left out or changed. */
export function boundChart(chart: ChartInput): { chart: ChartInput; changes: number } {
  if (chart.config) {
    const { config, changes } = boundConfig(chart.config);
    return { chart: { ...chart, config }, changes };
  }
  let changes = Math.max(0, chart.series.length - mostSeries);
  const shown = chart.series.slice(0, mostSeries);
  const places = Math.floor(most[chart.type] / Math.max(1, shown.length));
  const series = shown.map((one) => {
    changes += Math.max(0, one.points.length - places);
    const points = one.points.slice(0, places).map(([x, y]): [number, number] => [boundNumber(x), boundNumber(y)]);
    return { ...one, points };
  });
  const categories = chart.categories?.slice(0, Math.min(mostCategories, places));
  changes += (chart.categories?.length ?? 0) - (categories?.length ?? 0);
  const { yRange } = chart;
  const ends = yRange && { yRange: [boundNumber(yRange[0]), boundNumber(yRange[1])] as [number, number] };
  return { chart: { ...chart, series, ...(categories && { categories }), ...ends }, changes };
}
