import { roll } from './roll';

/** How an image climbs. All sizes are fractions of the image's range, so that they suit any model. */
export interface Climb {
  /** The smallest and the largest value of a pixel. */
  range: readonly [number, number];
  /** Root mean square of one step, as a fraction of the range. */
  rate: number;
  /** Pull towards the middle of the range; the unit's gradient pulls with 1. */
  l2: number;
  /** Pull of each pixel towards its neighbours (total variation); the unit's gradient pulls with 1. */
  tv: number;
  /** The largest shift of the image before a step, in pixels. */
  jitter: number;
}

/** The shape of one image. */
export type Shape = readonly [height: number, width: number, channels: number];

/** An image of normal noise: its mean is the middle of the range, its standard deviation a tenth of the range. */
export function noise([height, width, channels]: Shape, range: Climb['range'], random: () => number): Float32Array {
  const middle = (range[0] + range[1]) / 2;
  const spread = (range[1] - range[0]) / 10;
  return Float32Array.from({ length: height * width * channels }, () => middle + spread * normal(random));
}

/** A random shift for each axis, from −jitter to jitter pixels. */
export function shake(jitter: number, random: () => number): [number, number] {
  const one = (): number => Math.floor(random() * (2 * jitter + 1)) - jitter;
  return [one(), one()];
}

/**
 * One step uphill: x ← clip(x + rate · (ĝ − l2 · (x − middle) − tv · ∂TV/∂x)), with x and the range scaled to a range of
 * 1 and ĝ the slope divided by its root mean square.
 * @param slope ∂unit/∂x of the shifted image
 * @param shift rows and columns by which the image was shifted
 */
export function climb(
  x: Float32Array,
  slope: Float32Array,
  shape: Shape,
  shift: [number, number],
  rules: Climb,
): Float32Array {
  const [low, high] = rules.range;
  const span = high - low;
  const back = roll(slope, shape, [-shift[0], -shift[1]]);
  const size = Math.sqrt(back.reduce((sum, value) => sum + value * value, 0) / back.length) || 1;
  const rough = variation(x, shape, span / 100);
  return x.map((value, at) => {
    const off = (value - (low + high) / 2) / span;
    const pull = (back[at] ?? 0) / size - rules.l2 * off - rules.tv * (rough[at] ?? 0);
    return Math.min(high, Math.max(low, value + rules.rate * span * pull));
  });
}

/** ∂TV/∂x of TV = Σ √(d² + soft²) over all pairs of neighbours, d their difference. */
export function variation(x: Float32Array, [height, width, channels]: Shape, soft: number): Float32Array {
  const slope = new Float32Array(x.length);
  const pair = (one: number, other: number): void => {
    const difference = (x[one] ?? 0) - (x[other] ?? 0);
    const pull = difference / Math.hypot(difference, soft);
    slope[one] = (slope[one] ?? 0) + pull;
    slope[other] = (slope[other] ?? 0) - pull;
  };
  for (let at = 0; at < x.length; at++) {
    const column = Math.floor(at / channels) % width;
    if (column + 1 < width) pair(at, at + channels);
    if (at + width * channels < height * width * channels) pair(at, at + width * channels);
  }
  return slope;
}

/** A normally distributed number (Box and Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
