import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Pixels } from './png';

/** One number per pixel, row by row. */
export interface Plane {
  width: number;
  height: number;
  values: Float32Array;
}

/** The book's photograph as the cells get it: the bytes of public/data/photos/. */
export async function readPhoto(name: string): Promise<Pixels> {
  const file = join(process.cwd(), 'public/data/photos', `${name}.idx.gz`);
  const data = gunzipSync(await readFile(file));
  const [height, width, channels] = [4, 8, 12].map((at) => data.readUInt32BE(at)) as [number, number, number];
  if (data[3] !== 3 || channels !== 3) throw new Error(`${file} is not a colour picture in IDX format`);
  return { width, height, channels: 3, bytes: data.subarray(16) };
}

/** The mean of the channels, in [0, 1]. */
export function greyOf({ width, height, channels, bytes }: Pixels): Plane {
  const values = new Float32Array(width * height);
  for (let pixel = 0; pixel < values.length; pixel++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += bytes[pixel * channels + channel] ?? 0;
    values[pixel] = sum / channels / 255;
  }
  return { width, height, values };
}

/** The sum of kernel × window at every place where the window fits: what `tf.conv2d` computes with 'valid' padding. */
export function correlate({ width, height, values }: Plane, kernel: readonly (readonly number[])[]): Plane {
  const rows = kernel.length;
  const columns = kernel[0]?.length ?? 0;
  const out = { width: width - columns + 1, height: height - rows + 1 };
  const sums = new Float32Array(out.width * out.height);
  for (let y = 0; y < out.height; y++) {
    for (let x = 0; x < out.width; x++) {
      let sum = 0;
      for (let m = 0; m < rows; m++) {
        for (let n = 0; n < columns; n++) sum += (values[(y + m) * width + x + n] ?? 0) * (kernel[m]?.[n] ?? 0);
      }
      sums[y * out.width + x] = sum;
    }
  }
  return { ...out, values: sums };
}

/** Grey pixels: `low` black, `high` white, values outside are clipped. */
export function paintGrey({ width, height, values }: Plane, low: number, high: number): Pixels {
  const bytes = Uint8Array.from(values, (value) =>
    Math.max(0, Math.min(255, Math.round(((value - low) / (high - low)) * 255))),
  );
  return { width, height, channels: 1, bytes };
}
