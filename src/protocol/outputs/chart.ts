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
