import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Pixels } from './png';

const side = 28;

/**
 * The mean picture of each of `classes` in the first file of training clothes, `columns` in a row: what a nearest-mean classifier
 * compares with.
 */
export async function meanClothes(classes: readonly number[], columns: number): Promise<Pixels> {
  const images = await readData('fashion/train-images-0.idx.gz', 16);
  const labels = await readData('fashion/train-labels.idx.gz', 8);
  return sheet(
    classes.map((wanted) => meanOf(images, labels, wanted)),
    columns,
  );
}

/** The mean of the pictures whose label is `wanted`, stretched so that its brightest pixel is white. */
export function meanOf(images: Uint8Array, labels: Uint8Array, wanted: number): Float32Array {
  const sums = new Float32Array(side * side);
  for (let index = 0; index * sums.length < images.length; index++) {
    if (labels[index] !== wanted) continue;
    for (let pixel = 0; pixel < sums.length; pixel++)
      sums[pixel] = (sums[pixel] ?? 0) + (images[index * sums.length + pixel] ?? 0);
  }
  const most = Math.max(1, ...sums);
  return sums.map((sum) => (sum / most) * 255);
}

/** Square pictures row by row on one sheet. */
function sheet(pictures: readonly Float32Array[], columns: number): Pixels {
  const width = side * columns;
  const height = side * Math.ceil(pictures.length / columns);
  const bytes = new Uint8Array(width * height);
  pictures.forEach((picture, index) => {
    const corner = Math.floor(index / columns) * side * width + (index % columns) * side;
    picture.forEach((value, pixel) => {
      bytes[corner + Math.floor(pixel / side) * width + (pixel % side)] = Math.round(value);
    });
  });
  return { width, height, channels: 1, bytes };
}

/** The bytes of a file in IDX format after its header. */
async function readData(name: string, header: number): Promise<Uint8Array> {
  return gunzipSync(await readFile(join(process.cwd(), 'public/data', name))).subarray(header);
}
