import { kernel, type Place } from '../../geometry';
import { seenBy } from './field';
import { learned, normalized } from './learning';
import { meanClothes } from './means';
import { correlate, greyOf, paintGrey, readPhoto, type Plane } from './plane';
import type { Pixels } from './png';
import { residual } from './residual';
import { coarser } from './strips';
import { apart, pooled } from './windows';

/** The value that is drawn at full strength. */
const strong = 1.5;

/** The pictures of the site, each computed in the build from the same bytes that the cells get. */
export const plates: Record<string, () => Promise<Pixels>> = {
  flower: () => readPhoto('flower'),
  // Two masks, because the map is printed in two inks: one where the sum is positive, one where it is negative.
  'flower-positive': async () => paintGrey(await openingMap(), 0, strong),
  'flower-negative': async () => paintGrey(await openingMap(), 0, -strong),
};

/** A small picture for a chapter, by its slug. */
export const chapterPlates: Record<string, () => Promise<Pixels>> = {
  images: async () => mosaic(await readPhoto('cat'), { left: 60, top: 22, side: 84, tiles: 14 }),
  convolution: async () => {
    const map = correlate(greyOf(square(await readPhoto('coffee'), 40, 0, 170)), kernel);
    return paintGrey(map, -strong, strong);
  },
  pooling: async () => pooled(square(await readPhoto('flower'), 8, 20, 160), [1, 8, 20]),
  separable: async () => apart(square(await readPhoto('cat'), 30, 10, 160)),
  normalization: async () => normalized(mosaic(await readPhoto('coffee'), { left: 40, top: 0, side: 170, tiles: 85 })),
  models: async () => residual(square(await readPhoto('flower'), 8, 20, 160)),
  training: async () => learned(mosaic(await readPhoto('airplane'), { left: 40, top: 4, side: 170, tiles: 85 })),
  recognition: () => meanClothes([0, 1, 3, 4, 5, 6, 7, 8, 9], 3),
  inside: async () => seenBy(square(await readPhoto('cat'), 45, 11, 108), 27, 11),
  shipping: async () => coarser(square(await readPhoto('airplane'), 30, 4, 160), [8, 3, 2, 1]),
};

async function openingMap(): Promise<Plane> {
  return correlate(greyOf(await readPhoto('flower')), kernel);
}

/** The nine grey values that the window at `place` covers, row by row. */
export async function openingWindow({ x, y }: Place): Promise<number[]> {
  const grey = greyOf(await readPhoto('flower'));
  return [0, 1, 2].flatMap((m) => [0, 1, 2].map((n) => grey.values[(y + m) * grey.width + x + n] ?? 0));
}

function square({ width, channels, bytes }: Pixels, left: number, top: number, side: number): Pixels {
  const out = new Uint8Array(side * side * channels);
  for (let y = 0; y < side; y++) {
    const start = ((top + y) * width + left) * channels;
    out.set(bytes.subarray(start, start + side * channels), y * side * channels);
  }
  return { width: side, height: side, channels, bytes: out };
}

/** A square cut from a picture, so coarse that its pixels can be counted: each tile is the mean of what it covers. */
function mosaic(picture: Pixels, cut: { left: number; top: number; side: number; tiles: number }): Pixels {
  const { channels, bytes } = square(picture, cut.left, cut.top, cut.side);
  const size = cut.side / cut.tiles;
  const out = new Uint8Array(cut.tiles * cut.tiles * channels);
  for (let index = 0; index < out.length; index++) {
    const channel = index % channels;
    const column = Math.floor(index / channels) % cut.tiles;
    const row = Math.floor(index / channels / cut.tiles);
    let sum = 0;
    for (let y = row * size; y < (row + 1) * size; y++) {
      for (let x = column * size; x < (column + 1) * size; x++)
        sum += bytes[(y * cut.side + x) * channels + channel] ?? 0;
    }
    out[index] = Math.round(sum / size ** 2);
  }
  return { width: cut.tiles, height: cut.tiles, channels, bytes: out };
}
