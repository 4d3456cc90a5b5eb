import sharp from 'sharp';
import type { StillPicture } from './pictures';

/** Where a picture stands on its sheet, in pixels. */
export interface SheetPlace {
  x: number;
  y: number;
}

export interface Sheet {
  width: number;
  height: number;
  places: SheetPlace[];
}

/** Around each picture its outermost pixels stand once more, so that none of its neighbours is seen where the browser cuts unevenly. */
const rim = 1;

/** Puts pictures of these sizes on a sheet that is about square: the tallest first, in rows. One alone fills it. */
export function layOut(pictures: readonly Pick<StillPicture, 'width' | 'height'>[]): Sheet {
  const [only] = pictures;
  if (pictures.length === 1 && only) return { width: only.width, height: only.height, places: [{ x: 0, y: 0 }] };
  const sized = pictures.map(({ width, height }) => ({ width: width + 2 * rim, height: height + 2 * rim }));
  const area = sized.reduce((sum, { width, height }) => sum + width * height, 0);
  const most = Math.max(Math.ceil(Math.sqrt(area)), ...sized.map(({ width }) => width));
  const places: SheetPlace[] = [];
  let [x, y, row, width] = [0, 0, 0, 0];
  const order = sized
    .map((size, at) => ({ ...size, at }))
    .sort((one, other) => other.height - one.height || one.at - other.at);
  for (const next of order) {
    if (x + next.width > most) [x, y, row] = [0, y + row, 0];
    places[next.at] = { x: x + rim, y: y + rim };
    x += next.width;
    row = Math.max(row, next.height);
    width = Math.max(width, x);
  }
  return { width, height: y + row, places };
}

/** The sheet with its pictures as a file: lossless WebP, which is smaller than PNG for every sheet of the book. */
export async function writeSheet(
  { width, height, places }: Sheet,
  pictures: readonly StillPicture[],
): Promise<Uint8Array> {
  // Opaque where nothing stands: most pictures are, and then the file needs no opacity.
  const pixels = Buffer.alloc(width * height * 4, Buffer.from([0, 0, 0, 255]));
  pictures.forEach((picture, at) => put(picture, places[at] ?? { x: 0, y: 0 }, pixels, width, height));
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .webp({ lossless: true, effort: 6 })
    .toBuffer();
}

function put(picture: StillPicture, { x, y }: SheetPlace, onto: Buffer, width: number, height: number): void {
  const inside = (value: number, length: number): number => Math.min(length - 1, Math.max(0, value));
  for (let row = -rim; row < picture.height + rim; row += 1) {
    for (let column = -rim; column < picture.width + rim; column += 1) {
      const [right, down] = [x + column, y + row];
      if (right < 0 || down < 0 || right >= width || down >= height) continue;
      const from = (inside(row, picture.height) * picture.width + inside(column, picture.width)) * 4;
      onto.set(picture.pixels.subarray(from, from + 4), (down * width + right) * 4);
    }
  }
}
