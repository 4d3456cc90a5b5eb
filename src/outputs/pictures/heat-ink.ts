import type { Box, Heat } from '../../protocol';
import { notANumber } from '../kit/palette';

/**
 * One colour for values above zero, one for values below. They are drawn over a picture, whose black and white are the same in both
 * themes, so they are too. Each is distinct from black, white and grey, and from the other for every kind of colour vision.
 */
const more = [228, 98, 10] as const;
const less = [38, 118, 222] as const;

/** A heat map as RGBA bytes, one pixel per value: the larger the value, the more opaque its colour. */
export function paintHeat({ rows, columns, values, range }: Heat): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(rows * columns * 4);
  const most = Math.max(Math.abs(range[0]), Math.abs(range[1])) || 1;
  for (let at = 0; at < rows * columns; at++) {
    const value = values[at] ?? NaN;
    const ink = Number.isNaN(value) ? notANumber : value < 0 ? less : more;
    bytes.set(ink, at * 4);
    bytes[at * 4 + 3] = Number.isNaN(value) ? 255 : (Math.abs(value) / most) * 255;
  }
  return bytes;
}

/** The scale of a heat map as a CSS gradient through which the background is visible. */
export function heatGradient(signed: boolean): string {
  const [blue, orange] = [less, more].map((ink) => ink.join(' '));
  const strong = `rgb(${orange})`;
  return signed
    ? `linear-gradient(to right, rgb(${blue}), rgb(${blue} / 0), rgb(${orange} / 0), ${strong})`
    : `linear-gradient(to right, rgb(${orange} / 0), ${strong})`;
}

/** The value of a heat map at a pixel of the image; nothing outside its box. */
export function heatAt({ rows, columns, values, box }: Heat, row: number, column: number): number | undefined {
  const [y, x] = [place(row, box.top, box.height, rows), place(column, box.left, box.width, columns)];
  return y === undefined || x === undefined ? undefined : values[y * columns + x];
}

function place(pixel: number, from: number, length: number, count: number): number | undefined {
  const at = Math.floor(((pixel + 0.5 - from) / length) * count);
  return at >= 0 && at < count ? at : undefined;
}

/** A box in per cent of `of`, for CSS. */
export function inPercent(box: Box, of: { width: number; height: number }): string {
  const part = (length: number, whole: number): string => `${Math.round((length / whole) * 1e6) / 1e4}%`;
  return `left:${part(box.left, of.width)};top:${part(box.top, of.height)};width:${part(box.width, of.width)};height:${part(box.height, of.height)}`;
}
