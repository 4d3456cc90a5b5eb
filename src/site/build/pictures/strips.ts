import type { Pixels } from './png';

/** The picture in vertical strips, one for each of `bits`, quantized to 2^bits values from 0 to 255. */
export function coarser({ width, height, channels, bytes }: Pixels, bits: readonly number[]): Pixels {
  const out = bytes.map((value, index) => {
    const column = Math.floor(index / channels) % width;
    const step = 255 / (2 ** (bits[Math.floor((column * bits.length) / width)] ?? 8) - 1);
    return Math.round(Math.round(value / step) * step);
  });
  return { width, height, channels, bytes: out };
}
