import { expect, test } from 'vitest';
import { chartConfig, type ChartTheme } from '../../src/outputs/chart/chart-config';
import { chartRows, seriesFacts, thinPoints } from '../../src/outputs/chart/chart-data';
import { curveFamilies, familyOf } from '../../src/outputs/training/curve-families';
import { readRawChart } from '../../src/outputs/chart/raw-chart';
import type { ChartOutput } from '../../src/protocol';

const theme: ChartTheme = {
  ink: '#111',
  muted: '#666',
  line: '#ddd',
  surface: '#fff',
  series: ['#0a0', '#a00'],
  font: 'sans',
};
const lines: ChartOutput = {
  kind: 'chart',
  type: 'line',
  xLabel: 'epoch',
  series: [
    {
      name: 'loss',
      points: [
        [1, 2.5],
        [2, 0.5],
      ],
    },
    { name: 'val_loss', points: [[2, 0.75]], dashed: true },
  ],
};

test('a chart as a table has a row per x and an empty place where a series has no point', () => {
  expect(chartRows(lines)).toEqual({
    columns: ['epoch', 'loss', 'val_loss'],
    rows: [
      [1, 2.5, null],
      [2, 0.5, 0.75],
    ],
  });
});

test('bars have the same names in the table as in the picture', () => {
  const bars: ChartOutput = {
    kind: 'chart',
    type: 'bar',
    categories: ['cat', 'dog'],
    series: [
      {
        name: 'n',
        points: [
          [0, 3],
          [1, 4],
        ],
      },
    ],
  };
  expect(chartRows(bars).rows).toEqual([
    ['cat', 3],
    ['dog', 4],
  ]);
  const config = chartConfig(bars, theme);
  expect(config.data.labels).toEqual(['cat', 'dog']);
  expect(config.data.datasets[0]?.data).toEqual([3, 4]);
});

test('facts of a curve are its ends and extremes', () => {
  expect(
    seriesFacts({
      name: 'x',
      points: [
        [0, 3],
        [1, -1],
        [2, 2],
      ],
    }),
  ).toEqual({ count: 3, first: 3, last: 2, low: -1, high: 3 });
  expect(seriesFacts({ name: 'x', points: [] })).toBeUndefined();
});

test('a long curve is thinned and keeps every peak', () => {
  const points = Array.from({ length: 100_000 }, (_, x): [number, number] => [
    x,
    x === 54_321 ? 99 : Math.sin(x / 1000),
  ]);
  const thin = thinPoints(points, 2000);
  expect(thin.length).toBeLessThanOrEqual(2000);
  expect(thin.some(([x, y]) => x === 54_321 && y === 99)).toBe(true);
  expect(thin.every(([x], index) => index === 0 || x > (thin[index - 1]?.[0] ?? NaN))).toBe(true);
});

test('a curve with NaN in it is thinned correctly', () => {
  const points = Array.from({ length: 5000 }, (_, x): [number, number] => [x, NaN]);
  expect(thinPoints(points, 100).length).toBeLessThanOrEqual(100);
});

test('a path that turns back is not taken as sorted, so that the axis reaches both of its ends', () => {
  const datasetOf = (points: [number, number][]) =>
    chartConfig({ ...lines, series: [{ name: 'path', points }] }, theme).data.datasets[0];
  const parsed = (points: [number, number][]) => datasetOf(points)?.parsing;
  expect(parsed([[0, 1], [1, 2], [1, 3], [2, 0]])).toBe(false); // prettier-ignore
  expect(parsed([[1, 0], [-1, 0], [1, 0]])).toEqual({ xAxisKey: 'x', yAxisKey: 'y' }); // prettier-ignore
  // A live chart is redrawn by assignment; its first point alone was sorted.
  const redrawn = Object.assign({}, datasetOf([[1, 0]]), datasetOf([[1, 0], [-1, 0]])); // prettier-ignore
  expect(redrawn.parsing).not.toBe(false);
});

test('lines take the colours of the theme in turn, and dashes where asked', () => {
  const { data } = chartConfig(lines, theme);
  expect(data.datasets.map(({ borderColor }) => borderColor)).toEqual(['#0a0', '#a00']);
  expect(data.datasets.map((dataset) => 'borderDash' in dataset && dataset.borderDash)).toEqual([[], [6, 4]]);
});

test('nothing in a chart moves by itself', () => {
  expect(chartConfig(lines, theme).options?.animation).toBe(false);
  const raw = { type: 'line', data: { datasets: [] }, options: { animation: { duration: 900 } } };
  expect(chartConfig({ ...lines, config: raw }, theme).options?.animation).toBe(false);
});

test('a reader’s configuration keeps its settings and gets colours where it has none', () => {
  const raw = { type: 'line', data: { labels: ['a'], datasets: [{ data: [1] }, { data: [2], borderColor: 'red' }] } };
  const config = chartConfig({ ...lines, config: raw }, theme);
  expect(config.data.datasets.map(({ borderColor }) => borderColor)).toEqual(['#0a0', 'red']);
  expect(raw.data.datasets[0]).toEqual({ data: [1] });
});

test('the numbers of a reader’s configuration are found in each form that chart.js accepts', () => {
  const datasets = [{ label: 'a', data: [5, 6] }, { data: [{ x: 1, y: 2 }] }, { data: [[3, 4], 'no'] }, 'nonsense'];
  expect(readRawChart({ data: { labels: ['p', 'q'], datasets } })).toEqual({
    categories: ['p', 'q'],
    series: [
      {
        name: 'a',
        points: [
          [0, 5],
          [1, 6],
        ],
      },
      { name: '2', points: [[1, 2]] },
      { name: '3', points: [[3, 4]] },
      { name: '4', points: [] },
    ],
  });
  expect(readRawChart({})).toEqual({ series: [] });
});

test('metrics are sorted into losses, accuracies and the rest', () => {
  expect(['loss', 'val_loss', 'dense_2_loss', 'mse', 'val_mae', 'meanAbsoluteError'].map(familyOf)).toEqual(
    Array(6).fill('loss'),
  );
  expect(['acc', 'val_acc', 'accuracy', 'categoricalAccuracy', 'precision'].map(familyOf)).toEqual(
    Array(5).fill('accuracy'),
  );
  expect(familyOf('learningRate')).toBe('other');
  const curves = ['acc', 'loss', 'val_acc'].map((name) => ({ name, points: [] }));
  expect(curveFamilies(curves).map(({ family, series }) => [family, series.length])).toEqual([
    ['loss', 1],
    ['accuracy', 2],
  ]);
});
