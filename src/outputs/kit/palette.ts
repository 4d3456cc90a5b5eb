import type { Scale } from '../../protocol';
import { contrast, luminance, mix, parseHex, type Rgb } from './oklab';

/** The scales that turn one number into a colour; `colour` pictures already have colours. */
export type NumberScale = Exclude<Scale, 'colour'>;

/** 256 colours, three bytes each, from the low to the high end of a scale. */
export type Palette = Uint8ClampedArray;

/**
 * One hue for amounts; blue and orange, which readers with any common kind of colour blindness can distinguish, for signs. Zero
 * has the page's lightness in both themes, so that strong values stand out and weak ones recede.
 */
const anchors: Record<NumberScale, { light: string[]; dark: string[] }> = {
  grey: { light: ['#000000', '#ffffff'], dark: ['#000000', '#ffffff'] },
  sequential: {
    light: ['#faf8f3', '#b5d9d2', '#5aa79e', '#0b6a64', '#06302f'],
    dark: ['#14181a', '#0e4644', '#1f857c', '#7fd1c4', '#effcf8'],
  },
  diverging: {
    light: ['#0a3f7d', '#2f7fc4', '#a3cbea', '#faf8f3', '#f9c593', '#d9751a', '#853900'],
    dark: ['#b5dcff', '#55a3ea', '#1f4f80', '#14181a', '#7a4212', '#e58a35', '#ffdcb5'],
  },
};

/** Not near any colour of a palette: a value that is not a number must be noticed. */
export const notANumber: Rgb = [226, 0, 122];

const cache = new Map<string, Palette>();

/** The palette of a scale in the light or the dark theme. */
export function paletteOf(scale: NumberScale, dark: boolean): Palette {
  const key = `${scale} ${dark}`;
  const palette =
    cache.get(key) ?? makePalette(anchors[scale][dark ? 'dark' : 'light'].map(parseHex), scale === 'grey');
  cache.set(key, palette);
  return palette;
}

/** The palette index, 0 … 255, of a value on its scale. A diverging scale keeps zero in the middle, whatever its range. */
export function paletteIndex(value: number, scale: NumberScale, [low, high]: readonly [number, number]): number {
  const start = scale === 'diverging' ? -Math.max(Math.abs(low), Math.abs(high)) : low;
  const span = scale === 'diverging' ? -2 * start : high - low;
  if (span <= 0) return scale === 'diverging' ? 128 : value > low ? 255 : 0;
  return Math.min(255, Math.max(0, Math.round(((value - start) / span) * 255)));
}

/** The colour of one value. */
export function colourOf(value: number, scale: NumberScale, range: readonly [number, number], dark: boolean): Rgb {
  if (Number.isNaN(value)) return notANumber;
  const palette = paletteOf(scale, dark);
  const at = paletteIndex(value, scale, range) * 3;
  return [palette[at] ?? 0, palette[at + 1] ?? 0, palette[at + 2] ?? 0];
}

/** One of the two full hues of the diverging scale, for bars that show an amount by their length. */
export function signColour(value: number, dark: boolean): string {
  const colours = anchors.diverging[dark ? 'dark' : 'light'];
  return colours.at(value < 0 ? 1 : -2) ?? '';
}

/** Black or white, whichever reads better on the colour: at least 4.5 : 1 on any. */
export function inkOn(colour: Rgb): '#000' | '#fff' {
  const light = luminance(colour);
  return contrast(light, 0) >= contrast(light, 1) ? '#000' : '#fff';
}

/** The palette as a CSS gradient from left to right. */
export function gradientOf(scale: NumberScale, dark: boolean): string {
  const palette = paletteOf(scale, dark);
  const stops = Array.from({ length: 18 }, (_, stop) => `rgb(${palette.subarray(stop * 45, stop * 45 + 3).join(' ')})`);
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

function makePalette(colours: Rgb[], plain: boolean): Palette {
  const palette = new Uint8ClampedArray(256 * 3);
  for (let index = 0; index < 256; index++) {
    // A grey picture is shown as it is: its values are brightnesses already.
    palette.set(plain ? [index, index, index] : between(colours, index / 255), index * 3);
  }
  return palette;
}

function between(colours: Rgb[], part: number): Rgb {
  const place = part * (colours.length - 1);
  const index = Math.min(colours.length - 2, Math.floor(place));
  return mix(colours[index] ?? notANumber, colours[index + 1] ?? notANumber, place - index);
}
