import type { Picture } from '../../protocol';
import { notANumber, paletteIndex, paletteOf } from './palette';

/** The picture as RGBA bytes, one pixel per value, as `ImageData` needs them. */
export function paintPixels(picture: Picture, dark: boolean): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(picture.width * picture.height * 4);
  if (picture.scale === 'colour' && picture.channels > 1) paintColour(picture, bytes);
  else paintNumbers(picture, dark, bytes);
  return bytes;
}

/** The values of one pixel, a number per channel. */
export function pixelValues(picture: Picture, row: number, column: number): number[] {
  const start = (row * picture.width + column) * picture.channels;
  return Array.from(picture.values.subarray(start, start + picture.channels));
}

function paintColour({ values, channels, range: [low, high] }: Picture, bytes: Uint8ClampedArray): void {
  const factor = 255 / (high - low || 1);
  for (let from = 0, to = 0; to < bytes.length; from += channels, to += 4) {
    for (let channel = 0; channel < 3; channel++)
      bytes[to + channel] = ((values[from + channel] ?? low) - low) * factor;
    bytes[to + 3] = channels === 4 ? ((values[from + 3] ?? high) - low) * factor : 255;
  }
}

function paintNumbers({ values, channels, scale, range }: Picture, dark: boolean, bytes: Uint8ClampedArray): void {
  const numberScale = scale === 'colour' ? 'grey' : scale;
  const palette = paletteOf(numberScale, dark);
  for (let from = 0, to = 0; to < bytes.length; from += channels, to += 4) {
    const value = values[from] ?? NaN;
    const at = paletteIndex(value, numberScale, range) * 3;
    const broken = Number.isNaN(value);
    bytes[to] = broken ? notANumber[0] : (palette[at] ?? 0);
    bytes[to + 1] = broken ? notANumber[1] : (palette[at + 1] ?? 0);
    bytes[to + 2] = broken ? notANumber[2] : (palette[at + 2] ?? 0);
    bytes[to + 3] = 255;
  }
}
