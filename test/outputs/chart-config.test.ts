import { describe, expect, it } from 'vitest';
import { chartConfig } from '../../src/outputs/chart/chart-config';
import type { Series } from '../../src/protocol';

const theme = { ink: '#000', muted: '#666', line: '#ccc', surface: '#fff', series: ['#00f'], font: 'serif' };
const ticksOf = (points: Series['points']): unknown => {
  const { options } = chartConfig({ kind: 'chart', type: 'line', series: [{ name: 'loss', points }] }, theme);
  return options?.scales?.['x']?.ticks;
};

describe('the marks below a line', () => {
  it('are whole numbers where all x are', () => {
    expect(
      ticksOf([
        [0, 2.3],
        [1, 0.9],
        [2, 0.4],
      ]),
    ).toHaveProperty('precision', 0);
  });

  it('may lie between whole numbers where x does', () => {
    expect(
      ticksOf([
        [0, 2.3],
        [0.5, 0.9],
        [1, 0.4],
      ]),
    ).not.toHaveProperty('precision');
  });
});
