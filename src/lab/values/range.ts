import type { Scale } from '../../protocol';

/** The smallest and the largest value. */
export type Range = [number, number];

/** The smallest and the largest finite value; `[0, 0]` if there is none. */
export function minMax(values: ArrayLike<number>): Range {
  let low = Infinity;
  let high = -Infinity;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? NaN;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}

/** The same distance on both sides of zero, so that zero has the middle colour. */
export function aroundZero([low, high]: Range): Range {
  const bound = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return [-bound, bound];
}

/** The scale that suits a matrix or a feature map: diverging if any value is below zero, otherwise `upwards`. */
export function scaleOf([low]: Range, upwards: 'grey' | 'sequential'): Scale {
  return low < 0 ? 'diverging' : upwards;
}

/** The values at the two ends of `scale` for values between `low` and `high`. The second end is always the larger one. */
export function rangeFor(scale: Scale, [low, high]: Range): Range {
  switch (scale) {
    case 'diverging':
      return aroundZero([low, high]);
    case 'grey':
    case 'colour':
      return pictureRange([low, high]);
    case 'sequential':
      // Counts and shares start at zero; a temperature of 300 does not.
      return spread(low >= 0 && low <= high / 2 ? 0 : low, high);
  }
}

/** 0–1 or 0–255, the two conventions for pictures, if the values look like either. */
function pictureRange([low, high]: Range): Range {
  if (low < 0) return spread(low, high);
  if (high <= 1) return [0, 1];
  return high > 16 && high <= 255 ? [0, 255] : [0, high];
}

function spread(low: number, high: number): Range {
  if (low < high) return [low, high];
  if (low > 0) return [0, low];
  return low < 0 ? [low, 0] : [0, 1];
}
