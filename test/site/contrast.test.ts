import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeColours } from '../../src/site/code-theme';

const css = readFileSync(new URL('../../src/site/theme/theme.css', import.meta.url), 'utf8');

function tokens(theme: 'light' | 'dark'): Record<string, string> {
  const pairs = css.matchAll(/--rc-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return Object.fromEntries([...pairs].map(([, name, light, dark]) => [name, theme === 'light' ? light : dark]));
}

/** Relative luminance and contrast after WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const level = parseInt(colour.slice(at, at + 2), 16) / 255;
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colours = tokens(theme);
  const colour = (name: string) => {
    const value = colours[name];
    if (!value) throw new Error(`--rc-${name} is missing`);
    return value;
  };

  test.each(['ink', 'muted', 'accent', 'accent-strong', 'error', 'warn', 'ok', 'info'])(
    '%s is readable on every ground',
    (name) => {
      for (const ground of ['paper', 'surface', 'raised']) {
        expect(contrast(colour(name), colour(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test.each(['accent', 'error', 'warn', 'ok', 'info'])('%s and ink are readable on the wash of %s', (name) => {
    expect(contrast(colour(name), colour(`${name}-wash`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('ink'), colour(`${name}-wash`))).toBeGreaterThanOrEqual(4.5);
  });

  test('the words on a button are readable, and the edge of a field is visible', () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('on-accent'), colour('accent-strong'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('edge'), colour('paper'))).toBeGreaterThanOrEqual(3);
  });

  test('every kind of code is readable on the surface of a cell', () => {
    for (const [kind, value] of Object.entries(codeColours[theme])) {
      expect(contrast(value, colour('surface')), kind).toBeGreaterThanOrEqual(4.5);
    }
  });
});
