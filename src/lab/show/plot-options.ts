import type * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { ends, oneOf, text, type Rule, type Rules } from '../values/check-options';
import type { NumberArray } from '../values/kinds';

/** Heights over 0, 1, 2 …, or points `[x, y]`. */
export type PlotValues = readonly (number | tf.Tensor)[] | readonly (readonly [number, number])[] | NumberArray;
/** One line of values, several by name (such as the `history.history` of `model.fit`), or a chart.js configuration. */
export type PlotData = PlotValues | Readonly<Record<string, PlotValues>> | ChartConfig;

/** A chart.js configuration of plain JSON: no functions. See https://www.chartjs.org/docs/latest/configuration/ */
export interface ChartConfig {
  /** The kind of chart, such as `bar` or `radar`. */
  type: string;
  /** Labels and data sets. */
  data: object;
  /** Axes, title and so on. Default: chart.js's own. */
  options?: object;
}

/** How `plot` draws. */
export interface PlotOptions {
  /** Names the chart: another `plot` with the same name in the same run replaces it. Default: the title. */
  name?: string;
  /** A line above the chart. Default: the name. */
  title?: string;
  /** The kind of chart. Default: `bar` if there are `categories`, otherwise `line`. */
  type?: 'line' | 'bar' | 'scatter';
  /** A label for the x axis. Default: none. */
  x?: string;
  /** A label for the y axis. Default: none. */
  y?: string;
  /** Fixed ends of the y axis. Default: they follow the data. */
  yRange?: [number, number];
  /** Names for x = 0, 1, 2 … of a bar chart. Default: the numbers. */
  categories?: string[];
}

const texts: Rule = {
  test: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  wanted: () => say('lab.want.texts'),
};

/** The rules of `PlotOptions`. */
export const plotRules: Rules<PlotOptions> = {
  name: text,
  title: text,
  type: oneOf('line', 'bar', 'scatter'),
  x: text,
  y: text,
  yRange: ends,
  categories: texts,
};
