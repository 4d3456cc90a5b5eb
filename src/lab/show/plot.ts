import type { ChartOutput } from '../../protocol';
import { isChartConfig, plainConfig } from './chart-config';
import { say } from '../../words';
import { checkOptions } from '../values/check-options';
import { plotRules, type PlotData, type PlotOptions } from './plot-options';
import { seriesOf } from './plot-series';
import { stage } from '../stage';

/** Limit for the names under the bars of one chart: more than a wide screen has columns. */
const mostCategories = 2000;

/**
 * Draws numbers as a chart below the cell. Calling it again with the same `name` (or `title`) in the same run updates the
 * chart: call it in a loop to watch a curve grow.
 *
 * ```ts
 * plot([1, 4, 9, 16], { x: 'n', y: 'n²' })
 * plot(history.history, { title: 'training' })
 * plot({ train: [[0, 1], [1, 0.5]], test: [[0, 1.1], [1, 0.7]] }, { type: 'scatter' })
 * ```
 *
 * @param data heights `number[]`, points `[x, y][]`, an object of named lists of either, or a chart.js configuration of
 *   plain JSON. NaN and infinities leave gaps. Of a line with more than 2,000 points the peaks and valleys are drawn
 * @param options see `PlotOptions`; with a chart.js configuration only `name` and `title`
 * @throws TypeError for other data (read a tensor first, with `await tensor.array()`), for a configuration with a function in
 *   it, or for an unknown option
 * @throws RangeError for more than 30 series or 2,000 categories, or a configuration of more than 100,000 values
 */
export function plot(data: PlotData, options: PlotOptions = {}): void {
  const here = stage();
  checkOptions('plot', options, plotRules);
  const { name = options.title, title = name, x, y, yRange, categories } = options;
  const slot = name === undefined ? undefined : `plot ${name}`;
  const type = options.type ?? (categories ? 'bar' : 'line');
  if (categories && categories.length > mostCategories)
    throw new RangeError(say('lab.plot.categories', { count: categories.length, most: mostCategories }));
  const output: ChartOutput = {
    kind: 'chart',
    type,
    series: [],
    ...(title !== undefined && { title }),
  };
  if (isChartConfig(data)) {
    here.emit({ ...output, config: plainConfig(data) }, slot);
    return;
  }
  here.emit(
    {
      ...output,
      series: seriesOf(data, type),
      ...(x !== undefined && { xLabel: x }),
      ...(y !== undefined && { yLabel: y }),
      ...(yRange && { yRange }),
      ...(categories && { categories }),
    },
    slot,
  );
}
