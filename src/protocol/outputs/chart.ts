import { choice, flag, jsonObject, list, literal, maybe, name, pair, real, shape, title, type Schema } from '../schema';

/** A chart: plain series that we draw in the book's own style, or a whole chart.js configuration (JSON only). */
export interface ChartOutput {
  kind: 'chart';
  title?: string;
  type: 'line' | 'bar' | 'scatter';
  xLabel?: string;
  yLabel?: string;
  /** Names for x = 0, 1, 2 … of a bar chart. */
  categories?: string[];
  series: Series[];
  /** Fixed ends of the y axis. */
  yRange?: [number, number];
  config?: Record<string, unknown>;
}

export interface Series {
  name: string;
  points: [number, number][];
  dashed?: boolean;
}

export const seriesSchema: Schema<Series> = shape<Series>({
  name,
  points: list(pair(real, real)),
  dashed: maybe(flag),
});

export const chartSchema: Schema<ChartOutput> = shape<ChartOutput>({
  kind: literal('chart'),
  title: maybe(title),
  type: choice<ChartOutput['type']>({ line: true, bar: true, scatter: true }),
  xLabel: maybe(title),
  yLabel: maybe(title),
  categories: maybe(list(name)),
  series: list(seriesSchema),
  yRange: maybe(pair(real, real)),
  config: maybe(jsonObject),
});
