import type { Pixels } from './png';

/** How much of the detail is added. */
const strength = 2;

/**
 * A picture x in three vertical bands: x itself, F(x) around a middle grey, and x + F(x). F is the difference of a pixel from the mean
 * of the 5 × 5 around it, so the sum is sharper.
 */
export function residual({ width, height, channels, bytes }: Pixels): Pixels {
  const out = Uint8Array.from(bytes, (byte, index) => {
    const column = Math.floor(index / channels) % width;
    const band = Math.floor((column * 3) / width);
    const detail = band === 0 ? 0 : strength * (byte - meanAround(index));
    return Math.max(0, Math.min(255, Math.round((band === 1 ? 128 : byte) + detail)));
  });
  return { width, height, channels, bytes: out };

  function meanAround(index: number): number {
    const channel = index % channels;
    const column = Math.floor(index / channels) % width;
    const row = Math.floor(index / channels / width);
    let [sum, count] = [0, 0];
    for (let y = Math.max(0, row - 2); y <= Math.min(height - 1, row + 2); y++)
      for (let x = Math.max(0, column - 2); x <= Math.min(width - 1, column + 2); x++) {
        sum += bytes[(y * width + x) * channels + channel] ?? 0;
        count += 1;
      }
    return sum / count;
  }
}
