import type * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { ends, oneOf, text, type Rule, type Rules } from '../values/check-options';
import type { NumberArray } from '../values/kinds';

/** Heights over 0, 1, 2 …, or points `[x, y]`. */
export type PlotValues = readonly (number | tf.Tensor)[] | readonly (readonly [number, number])[] | NumberArray;
/** One line of values, several by name (a `history.history` of `model.fit` is such an object), or a chart.js configuration. */
export type PlotData = PlotValues | Readonly<Record<string, PlotValues>> | ChartConfig;

/** A chart.js configuration of plain JSON: no functions. See https://www.chartjs.org/docs/latest/configuration/ */
export interface ChartConfig {
  type: string;
  data: object;
  options?: object;
}

/** How `plot` draws. Everything is optional. */
export interface PlotOptions {
  /** Charts with the same name in one run are one chart: the next `plot` replaces what it showed. */
  name?: string;
  /** A line above the chart; its name too, where it has no other. */
  title?: string;
  /** Without it: bars where there are `categories`, else lines. */
  type?: 'line' | 'bar' | 'scatter';
  /** What the x axis means. */
  x?: string;
  /** What the y axis means. */
  y?: string;
  /** Fixed ends of the y axis. */
  yRange?: [number, number];
  /** Names for x = 0, 1, 2 … of a bar chart. */
  categories?: string[];
}

const texts: Rule = {
  test: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  wanted: () => say('lab.want.texts'),
};

export const plotRules: Rules<PlotOptions> = {
  name: text,
  title: text,
  type: oneOf('line', 'bar', 'scatter'),
  x: text,
  y: text,
  yRange: ends,
  categories: texts,
};
