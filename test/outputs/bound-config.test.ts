import { describe, expect, test } from 'vitest';
import { boundConfig, boundNumber } from '../../src/outputs/chart/bound-config';

const line = { type: 'line', data: { labels: ['a', 'b'], datasets: [{ label: 'one', data: [1, 2], borderWidth: 3 }] } };

test('a configuration of the usual size stays as it is', () => {
  const usual = {
    ...line,
    options: {
      indexAxis: 'y',
      plugins: { title: { display: true, text: 'A' } },
      scales: { y: { min: -5, max: 1e6, stacked: true } },
    },
  };
  expect(boundConfig(usual)).toEqual({ config: usual, changes: 0 });
});

const odd = [1e9, 1e300, -1e300, 1e-9, 1e-300, -1];

/** The same number as every option that chart.js has for scales, elements, plugins and the whole. */
function withEverywhere(value: number): Record<string, unknown> {
  const style = {
    borderWidth: value,
    pointRadius: value,
    radius: value,
    hitRadius: value,
    borderDash: [value, value],
    tension: value,
    barThickness: value,
    spacing: value,
    rotation: value,
    circumference: value,
    weight: value,
  };
  const ticks = {
    count: value,
    maxTicksLimit: value,
    stepSize: value,
    precision: value,
    sampleSize: value,
    padding: value,
    font: { size: value, lineHeight: value },
    autoSkipPadding: value,
    crossAlign: value,
  };
  const scale = {
    min: value,
    max: value,
    suggestedMin: value,
    suggestedMax: value,
    grace: value,
    ticks,
    grid: { lineWidth: value, tickLength: value },
    border: { dash: [value], dashOffset: value },
  };
  return {
    type: 'line',
    data: { datasets: [{ data: [value, { x: value, y: value, r: value }], ...style }] },
    options: {
      ...style,
      devicePixelRatio: value,
      animations: { x: { loop: true } },
      layout: { padding: value },
      scales: { x: scale, y: scale, r: scale },
      plugins: { legend: { labels: { boxWidth: value, padding: value } }, tooltip: { caretSize: value } },
    },
  };
}

interface Found {
  path: string[];
  value: number;
}
function numbersOf(value: unknown, path: string[] = []): Found[] {
  if (typeof value === 'number') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersOf(part, [...path, key]));
}

describe.each(odd)('%d in every place', (value) => {
  const { config } = boundConfig(withEverywhere(value));
  const found = numbersOf(config);
  test('leaves no number that drawing could take long for', () => {
    expect(found.length).toBeGreaterThan(50);
    for (const { path, value } of found) {
      const units =
        path[1] === 'datasets' && path[3] === 'data'
          ? true
          : /^(min|max|suggestedMin|suggestedMax|stepSize)$/.test(path.at(-1) ?? '');
      const most = units && path.at(-1) !== 'r' ? 1e100 : 1000;
      expect([path, Math.abs(value) <= most]).toEqual([path, true]);
      expect([path, value === 0 || Math.abs(value) >= 1e-100]).toEqual([path, true]);
      if (path.some((key) => /dash$/i.test(key))) expect([path, value >= 1]).toEqual([path, true]);
      if (/count|limit/i.test(path.at(-1) ?? '')) expect([path, value >= 0 && value <= 100]).toEqual([path, true]);
    }
  });
  test('leaves out what would draw for ever or on any size', () => {
    expect(JSON.stringify(config)).not.toMatch(/animation|devicePixelRatio/);
  });
});

test.each(['line', 'bar', 'radar', 'pie', 'bubble'])(
  'a %s of a million values draws a few thousand, and says so',
  (type) => {
    const many = Array.from({ length: 100_000 }, (_, at) => at);
    const texts = many.map(String);
    const datasets = Array.from({ length: 100 }, () => ({ data: many, backgroundColor: texts }));
    const { config, changes } = boundConfig({ type, data: { labels: texts, datasets } });
    const drawn = config.data as { labels: unknown[]; datasets: { data: unknown[] }[] };
    expect(drawn.labels.length).toBeLessThanOrEqual(2000);
    expect(drawn.datasets.length).toBe(30);
    expect(drawn.datasets.flatMap(({ data }) => data).length).toBeLessThanOrEqual(5000);
    expect(changes).toBeGreaterThan(1e6 / 2);
  },
);

test('long texts and deep or wide options are cut', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 1000; level++) deep = { deep };
  const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, at]));
  const { config, changes } = boundConfig({ ...line, options: { deep, wide, text: 'x'.repeat(1e6) } });
  expect(JSON.stringify(config).length).toBeLessThan(5000);
  expect(changes).toBeGreaterThan(4900);
});

test('what has the wrong form is left out, not thrown', () => {
  for (const data of [
    null,
    5,
    'x',
    [],
    { datasets: 5 },
    { datasets: [null, 3, 'x', { data: 7 }, { data: [[[[1]]]] }] },
  ])
    expect(() => boundConfig({ type: 'line', data, options: 'x' })).not.toThrow();
});

test('numbers of data keep their value within 1e±100', () => {
  expect([1, -0.5, 1e99, 1e308, -Infinity, 1e-200, NaN].map(boundNumber)).toEqual([
    1,
    -0.5,
    1e99,
    1e100,
    -1e100,
    0,
    NaN,
  ]);
});
