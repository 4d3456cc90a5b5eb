import type { ChartOutput, Series } from '../../protocol';
import type { ChartConfiguration, ChartDataset, TooltipItem } from './chart';
import { thinPoints } from './chart-data';
import { formatNumber } from '../kit/number-format';

/** The page's colours, in a form that a canvas accepts. */
export interface ChartTheme {
  ink: string;
  muted: string;
  line: string;
  surface: string;
  series: readonly string[];
  font: string;
}

/** A chart, with the ends of the x axis if they are known in advance. */
export interface ChartInput extends ChartOutput {
  xRange?: [number, number];
}

/** A screen cannot show more points of a line than this, nor a frame draw more of all lines. */
const mostPoints = 2000;
const mostOfAll = 20_000;

type Options = NonNullable<ChartConfiguration['options']>;

/** The chart.js configuration of a chart in the book's style; a reader's configuration gets our colours unless it sets its own. */
export function chartConfig(output: ChartInput, theme: ChartTheme): ChartConfiguration {
  if (output.config) return rawConfig(output.config, theme);
  const datasets = output.series.map((series, index) =>
    datasetOf(output, series, theme.series[index % theme.series.length] ?? theme.ink),
  );
  const labels = output.type === 'bar' ? { labels: barLabels(output) } : {};
  return { type: output.type, data: { datasets, ...labels }, options: optionsOf(output, theme) };
}

function datasetOf(output: ChartOutput, series: Series, colour: string): ChartDataset {
  const colours = { label: series.name, borderColor: colour, backgroundColor: colour, hoverBackgroundColor: colour };
  if (output.type === 'bar') {
    const values = new Map(series.points);
    return {
      ...colours,
      data: barPlaces(output).map((x) => values.get(x) ?? null),
      borderRadius: 2,
      maxBarThickness: 48,
    };
  }
  const limit = Math.min(mostPoints, Math.max(200, Math.floor(mostOfAll / output.series.length)));
  const points = thinPoints(series.points, output.type === 'scatter' ? Infinity : limit).map(([x, y]) => ({ x, y }));
  const radius = output.type === 'scatter' ? 3 : points.length <= 12 ? 2.5 : 0;
  return {
    ...colours,
    data: points,
    // With parsing off, chart.js assumes sorted x and drops the ends of a path that turns back. Always set it explicitly: a redrawn
    // chart keeps the setting of its first points.
    parsing: ascending(points) ? false : { xAxisKey: 'x', yAxisKey: 'y' },
    borderWidth: 2,
    borderDash: series.dashed ? [6, 4] : [],
    pointRadius: radius,
    pointHoverRadius: 4,
  };
}

function ascending(points: readonly { x: number }[]): boolean {
  return points.every(({ x }, index) => index === 0 || x >= (points[index - 1]?.x ?? x));
}

function barPlaces({ series, categories }: ChartOutput): number[] {
  if (categories) return categories.map((_, index) => index);
  return [...new Set(series.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
}

function barLabels(output: ChartOutput): string[] {
  return output.categories ?? barPlaces(output).map((x) => formatNumber(x));
}

function optionsOf(output: ChartInput, theme: ChartTheme): Options {
  const { type, xLabel, yLabel } = output;
  const title = (text: string | undefined): object => ({
    display: Boolean(text),
    text: text ?? '',
    color: theme.muted,
  });
  return {
    ...commonOptions(theme),
    interaction: { mode: type === 'bar' ? 'index' : 'nearest', intersect: type === 'scatter', axis: 'x' },
    scales: {
      x: {
        ...endsOf(output.xRange),
        type: type === 'bar' ? 'category' : 'linear',
        grid: { display: false },
        border: { color: theme.line },
        ticks: { color: theme.muted, maxRotation: 45, ...(countsX(output) && { precision: 0 }) },
        title: title(xLabel),
      },
      y: {
        ...endsOf(output.yRange),
        beginAtZero: type === 'bar',
        grid: { color: theme.line },
        border: { display: false },
        ticks: { color: theme.muted, maxTicksLimit: 6 },
        title: title(yLabel),
      },
    },
    plugins: { legend: legendOf(theme, output), tooltip: tooltipOf(theme, type === 'bar') },
  };
}

/** The x of all points are whole numbers, such as epochs: between them there is nothing to mark. */
function countsX({ series }: ChartOutput): boolean {
  return series.every(({ points }) => points.every(([x]) => Number.isInteger(x)));
}

function endsOf(range: [number, number] | undefined): { min?: number; max?: number } {
  return range ? { min: range[0], max: range[1] } : {};
}

function commonOptions(theme: ChartTheme): Options {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    color: theme.ink,
    borderColor: theme.line,
    font: { family: theme.font, size: 12 },
    layout: { padding: { top: 4, right: 8 } },
  };
}

/** A piece of each line (dashed as the line is), a dot, or a block. */
function legendOf(theme: ChartTheme, { type, series }: ChartOutput): object {
  const mark =
    type === 'scatter' ? { usePointStyle: true, boxHeight: 6 } : { boxWidth: 26, boxHeight: type === 'line' ? 0 : 8 };
  return {
    display: series.length > 1,
    position: 'top',
    align: 'start',
    labels: { ...mark, color: theme.ink, padding: 12 },
  };
}

function tooltipOf(theme: ChartTheme, category: boolean): object {
  const number = ({ parsed }: TooltipItem<'line'>): string => formatNumber(parsed.y ?? NaN);
  return {
    animation: false,
    backgroundColor: theme.surface,
    borderColor: theme.line,
    borderWidth: 1,
    titleColor: theme.muted,
    bodyColor: theme.ink,
    usePointStyle: true,
    callbacks: {
      label: (item: TooltipItem<'line'>) => ` ${item.dataset.label ?? ''}  ${number(item)}`,
      ...(!category && {
        title: (items: TooltipItem<'line'>[]) => (items[0] ? formatNumber(items[0].parsed.x ?? NaN) : ''),
      }),
    },
  };
}

function rawConfig(config: Record<string, unknown>, theme: ChartTheme): ChartConfiguration {
  // JSON border: a reader's own configuration, which chart.js itself checks. Cloned, because chart.js modifies what it is given.
  const own = structuredClone(config) as unknown as ChartConfiguration;
  const round = ['pie', 'doughnut', 'polarArea'].includes(config.type as string);
  const datasets = (own.data?.datasets ?? []).map((dataset, index) => {
    const colour = theme.series[index % theme.series.length] ?? theme.ink;
    const fill = round ? [...theme.series] : colour;
    return { borderColor: round ? theme.surface : colour, backgroundColor: fill, ...dataset };
  });
  const scales = Object.fromEntries(
    Object.entries(own.options?.scales ?? {}).map(([name, scale]) => [name, withColours(scale, theme)]),
  );
  const options = {
    ...commonOptions(theme),
    ...own.options,
    scales,
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
  } as Options;
  return { ...own, data: { ...own.data, datasets }, options } as ChartConfiguration;
}

function withColours(scale: object | undefined, theme: ChartTheme): object {
  return {
    ...scale,
    grid: { color: theme.line, ...(scale && 'grid' in scale && typeof scale.grid === 'object' ? scale.grid : {}) },
  };
}
