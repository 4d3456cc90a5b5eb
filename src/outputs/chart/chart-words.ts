import type { ChartOutput } from '../../protocol';
import { say } from '../../words';
import { seriesFacts } from './chart-data';
import { formatNumber } from '../kit/number-format';
import { readRawChart } from './raw-chart';

/** The chart as series, whether the book's style or a reader's configuration draws it. */
export function plainChart(output: ChartOutput): ChartOutput {
  return output.config ? { ...output, ...readRawChart(output.config) } : output;
}

/** What a screen reader says instead of the picture: each series in a sentence. */
export function chartWords(output: ChartOutput): string {
  const { title, series } = plainChart(output);
  const sentences = series.slice(0, 8).map((one) => {
    const facts = seriesFacts(one);
    if (!facts) return say('outputs.chart.empty', { name: one.name });
    const number = (value: number): string => formatNumber(value, 3);
    return say('outputs.chart.series', {
      name: one.name,
      count: facts.count,
      first: number(facts.first),
      last: number(facts.last),
      low: number(facts.low),
      high: number(facts.high),
    });
  });
  return [say('outputs.chart.label', { title: title ?? '', count: series.length }), ...sentences].join(' ').trim();
}
