import { expect, test } from 'vitest';
import { layoutHeatMap } from '../../src/outputs/pictures/heat-map-layout';
import type { HeatMapOutput } from '../../src/protocol';

function matrix(rows: number, columns: number, rest: Partial<HeatMapOutput> = {}): HeatMapOutput {
  const values = Float32Array.from({ length: rows * columns }, (_, index) => Math.sin(index));
  return { kind: 'heat-map', rows, columns, values, scale: 'diverging', range: [-1, 1], ...rest };
}

test('a kernel gets large cells with its numbers in them', () => {
  const layout = layoutHeatMap(matrix(3, 3, { values: Float32Array.from([-1, 0, 1, -2, 0, 2, -1, 0, 1]) }), 640);
  expect(layout.cellWidth).toBe(40);
  expect(layout.numbers?.texts.slice(0, 3)).toEqual(['−1', '0', '1']);
});

test('numbers lose digits before they disappear', () => {
  const wide = layoutHeatMap(matrix(4, 10), 700);
  const narrow = layoutHeatMap(matrix(4, 10), 340);
  expect(wide.numbers?.texts[1]).toBe('0.8415');
  expect(narrow.numbers?.texts[1]).toBe('0.8');
  expect(layoutHeatMap(matrix(28, 28), 340).numbers).toBeUndefined();
});

test.each([340, 640])('a matrix stays inside %i pixels where cells of 4 pixels do', (available) => {
  for (const columns of [1, 3, 10, 28, 60]) {
    const names = { columnNames: Array.from({ length: columns }, (_, index) => `class number ${index}`) };
    expect(layoutHeatMap(matrix(5, columns), available).width).toBeLessThanOrEqual(available);
    expect(layoutHeatMap(matrix(5, columns, names), available).width).toBeLessThanOrEqual(available);
  }
});

test('a very wide matrix scrolls instead of vanishing', () => {
  const layout = layoutHeatMap(matrix(1, 784), 340);
  expect(layout.cellWidth).toBe(4);
  expect(layout.width).toBeGreaterThan(3136);
});

test('labels are thinned out where they would overlap', () => {
  const { columnLabels } = layoutHeatMap(matrix(28, 28), 340);
  expect(columnLabels.map(({ text }) => text)).toEqual(['0', '5', '10', '15', '20', '25']);
});

test('long names are slanted, short ones upright', () => {
  expect(layoutHeatMap(matrix(2, 2, { columnNames: ['T-shirt/top', 'Bag'] }), 340).leaning).toBe(true);
  expect(layoutHeatMap(matrix(2, 2, { columnNames: ['a', 'b'] }), 340).leaning).toBe(false);
});
