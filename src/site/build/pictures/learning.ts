import type { Pixels } from './png';

/** The share of the remaining distance to the picture that one step covers. */
const rate = 0.06;

/**
 * A picture learned from noise: every column has had one more step of gradient descent on (pixel − picture)² than the column to its
 * left, so the first is still noise and the last is learned.
 */
export function learned({ width, height, channels, bytes }: Pixels): Pixels {
  const random = generator(7);
  const out = bytes.map((target, index) => {
    const steps = Math.max(0, (Math.floor(index / channels) % width) - width / 8);
    const start = random() * 255;
    return Math.round(target + (start - target) * (1 - rate) ** steps);
  });
  return { width, height, channels, bytes: out };
}

/** A faint picture whose right half is batch-normalized, channel by channel. */
export function normalized({ width, height, channels, bytes }: Pixels): Pixels {
  const faint = Float32Array.from(bytes, (byte) => 96 + byte * 0.2);
  const moments = Array.from({ length: channels }, (_, channel) => {
    const values = faint.filter((_value, index) => index % channels === channel);
    const mean = values.reduce((sum, value) => sum + value) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance) };
  });
  const out = Uint8Array.from(faint, (value, index) => {
    if (Math.floor(index / channels) % width < width / 2) return Math.round(value);
    const { mean = 0, deviation = 1 } = moments[index % channels] ?? {};
    return Math.max(0, Math.min(255, Math.round(128 + (58 * (value - mean)) / deviation)));
  });
  return { width, height, channels, bytes: out };
}

/** Numbers in [0, 1) that are the same in each build: mulberry32. */
function generator(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
