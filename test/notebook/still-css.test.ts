import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { paletteOf } from '../../src/outputs/kit/palette';

const css = readFileSync(new URL('../../src/notebook/cell/still.css', import.meta.url), 'utf8');

/** The colours of a scale as the stylesheet of stills has them. */
function stopsOf(scale: string, theme: 'light' | 'dark'): string[] {
  const rule = new RegExp(`\\.rc-scale-${scale} \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const stops = [...rule.matchAll(/light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  return stops.map(([, light = '', dark = '']) => (theme === 'light' ? light : dark));
}

test.each([
  ['sequential', 'light'],
  ['sequential', 'dark'],
  ['diverging', 'light'],
  ['diverging', 'dark'],
] as const)('the %s scale of a still is the one of its pictures, in the %s theme', (scale, theme) => {
  const palette = paletteOf(scale, theme === 'dark');
  const stops = stopsOf(scale, theme);
  expect(stops.length).toBeGreaterThan(4);
  stops.forEach((stop, at) => {
    const index = Math.round((at / (stops.length - 1)) * 255) * 3;
    const [red, green, blue] = [1, 3, 5].map((from) => parseInt(stop.slice(from, from + 2), 16));
    // A stop may lie between two of the 256 colours.
    expect(Math.abs((palette[index] ?? 0) - (red ?? 0))).toBeLessThanOrEqual(2);
    expect(Math.abs((palette[index + 1] ?? 0) - (green ?? 0))).toBeLessThanOrEqual(2);
    expect(Math.abs((palette[index + 2] ?? 0) - (blue ?? 0))).toBeLessThanOrEqual(2);
  });
});
