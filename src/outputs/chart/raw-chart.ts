import type { ChartOutput, Series } from '../../protocol';

/**
 * The series that a chart.js configuration draws, as far as they are plain numbers or points: for the table and the description next
 * to the picture.
 */
export function readRawChart(config: Record<string, unknown>): Pick<ChartOutput, 'series' | 'categories'> {
  const data = asRecord(config.data);
  const labels = asList(data.labels).map(String);
  const series = asList(data.datasets).map((dataset, index) => readSeries(asRecord(dataset), index));
  return labels.length > 0 ? { series, categories: labels } : { series };
}

function readSeries(dataset: Record<string, unknown>, index: number): Series {
  const points = asList(dataset.data).flatMap((value, place): [number, number][] => {
    if (typeof value === 'number') return [[place, value]];
    if (Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number')
      return [[value[0], value[1]]];
    const { x, y } = asRecord(value);
    return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : [];
  });
  return { name: typeof dataset.label === 'string' ? dataset.label : String(index + 1), points };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
