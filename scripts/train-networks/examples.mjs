/** What the networks learn from, as bytes: `pixels` uint8 [count × 784], `labels` uint8 [count]. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { debianPackage } from '../make-data/packages.mjs';
import { dataFolder } from '../make-data/places.mjs';

/** The whole of Fashion-MNIST, 60,000 and 10,000; the first of them are in public/data/fashion/. */
export function readFashion(workshop) {
  const folder = join(debianPackage(workshop, 'dataset-fashion-mnist'), 'usr/share/datasets/fashion-mnist');
  const part = (name) => ({
    pixels: readIdx(join(folder, `${name}-images-idx3-ubyte.gz`)),
    labels: readIdx(join(folder, `${name}-labels-idx1-ubyte.gz`)),
  });
  return { train: part('train'), test: part('t10k') };
}

/** All of public/data/digits/: 8,000 and 2,000. */
export function readDigits() {
  const part = (name, files) => ({
    pixels: Buffer.concat(
      Array.from({ length: files }, (_, index) =>
        readIdx(join(dataFolder, 'digits', `${name}-images-${index}.idx.gz`)),
      ),
    ),
    labels: readIdx(join(dataFolder, 'digits', `${name}-labels.idx.gz`)),
  });
  return { train: part('train', 8), test: part('test', 2) };
}

/** The values of an IDX file: after four bytes, and four more for each dimension. */
function readIdx(file) {
  const bytes = gunzipSync(readFileSync(file));
  return new Uint8Array(bytes.subarray(4 + 4 * bytes[3]));
}
