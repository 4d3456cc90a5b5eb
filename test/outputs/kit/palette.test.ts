import { describe, expect, test } from 'vitest';
import { contrast, luminance, mix, parseHex, type Rgb } from '../../../src/outputs/kit/oklab';
import { colourOf, gradientOf, inkOn, paletteIndex, paletteOf, signColour } from '../../../src/outputs/kit/palette';

function colours(scale: 'sequential' | 'diverging', dark: boolean): Rgb[] {
  const palette = paletteOf(scale, dark);
  return Array.from({ length: 256 }, (_, index) => [
    palette[index * 3] ?? 0,
    palette[index * 3 + 1] ?? 0,
    palette[index * 3 + 2] ?? 0,
  ]);
}

/** How dichromats see a colour; matrices of Viénot, Brettel and Mollon (1999), on linear light. */
function seenBy(kind: 'protan' | 'deutan', [red, green, blue]: Rgb): Rgb {
  const light = [red, green, blue].map((channel) => (channel / 255) ** 2.2);
  const [r, g, b] = [light[0] ?? 0, light[1] ?? 0, light[2] ?? 0];
  const row = kind === 'protan' ? [0.11238, 0.88762, 0.00401] : [0.29275, 0.70725, -0.02234];
  const [first, second, third] = [row[0] ?? 0, row[1] ?? 0, row[2] ?? 0];
  const yellow = Math.max(0, first * r + second * g) ** (1 / 2.2) * 255;
  return [yellow, yellow, Math.max(0, third * r - third * g + b) ** (1 / 2.2) * 255];
}

test('mixing gives the two ends unchanged', () => {
  const [black, white] = [parseHex('#000000'), parseHex('#ffffff')];
  expect(mix(black, white, 0)).toEqual([0, 0, 0]);
  expect(mix(black, white, 1)).toEqual([255, 255, 255]);
  expect(mix(parseHex('#0b6a64'), white, 0)).toEqual([11, 106, 100]);
});

test('luminance and contrast are those of WCAG', () => {
  expect(contrast(luminance([0, 0, 0]), luminance([255, 255, 255]))).toBeCloseTo(21);
  expect(luminance([119, 119, 119])).toBeCloseTo(0.1845, 3);
});

describe.each([false, true])('in the dark theme: %s', (dark) => {
  test('a sequential scale only grows lighter or only darker: never a rainbow', () => {
    const lights = colours('sequential', dark).map(luminance);
    const steps = lights.slice(1).map((light, index) => (light - (lights[index] ?? 0)) * (dark ? 1 : -1));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(-0.002);
    expect(contrast(lights[0] ?? 0, lights[255] ?? 0)).toBeGreaterThan(10);
  });

  test('a diverging scale is equally strong on both sides and has the page’s background at zero', () => {
    const lights = colours('diverging', dark).map(luminance);
    const middle = lights[128] ?? 0;
    expect(dark ? Math.min(...lights) : Math.max(...lights)).toBeCloseTo(middle, 2);
    for (const distance of [40, 80, 120]) {
      expect(contrast(lights[128 - distance] ?? 0, lights[128 + distance] ?? 0)).toBeLessThan(1.6);
    }
  });

  test.each(['protan', 'deutan'] as const)('a %s reader can distinguish minus from plus', (kind) => {
    const all = colours('diverging', dark);
    for (const distance of [40, 80, 110]) {
      const [, , minus] = seenBy(kind, all[128 - distance] ?? [0, 0, 0]);
      const [, , plus] = seenBy(kind, all[128 + distance] ?? [0, 0, 0]);
      expect(minus - plus).toBeGreaterThan(40);
    }
  });

  test('numbers in cells are readable on every colour', () => {
    for (const colour of [...colours('sequential', dark), ...colours('diverging', dark)]) {
      expect(contrast(luminance(colour), inkOn(colour) === '#000' ? 0 : 1)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('a diverging scale keeps zero in the middle, even for an uneven range', () => {
  expect(paletteIndex(0, 'diverging', [-1, 3])).toBe(128);
  expect(paletteIndex(3, 'diverging', [-1, 3])).toBe(255);
  expect(paletteIndex(-3, 'diverging', [-1, 3])).toBe(0);
  expect(paletteIndex(0, 'diverging', [-3, 1])).toBe(128);
  expect(paletteIndex(-3, 'diverging', [-3, 1])).toBe(0);
  expect(paletteIndex(1, 'diverging', [-3, 1])).toBe(170);
});

test('values beyond the range take the end colours; an empty range does not divide by zero', () => {
  expect(paletteIndex(9, 'sequential', [0, 1])).toBe(255);
  expect(paletteIndex(-9, 'sequential', [0, 1])).toBe(0);
  expect(paletteIndex(5, 'sequential', [5, 5])).toBe(0);
  expect(paletteIndex(0, 'diverging', [0, 0])).toBe(128);
});

test.each([false, true])(
  'bars below zero are blue, others orange, as the scale of signs has them; dark: %s',
  (dark) => {
    const [minus, plus] = [parseHex(signColour(-2, dark)), parseHex(signColour(2, dark))];
    expect(minus[2]).toBeGreaterThan(minus[0]);
    expect(plus[0]).toBeGreaterThan(plus[2]);
    expect(signColour(0, dark)).toBe(signColour(1, dark));
  },
);

test('NaN has a colour that is on no scale', () => {
  expect(colourOf(NaN, 'sequential', [0, 1], false)).toEqual([226, 0, 122]);
});

test('a gradient begins and ends with the ends of its palette', () => {
  expect(gradientOf('grey', false)).toMatch(/^linear-gradient\(to right, rgb\(0 0 0\), .*rgb\(255 255 255\)\)$/);
});
