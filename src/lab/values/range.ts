import type { Scale } from '../../protocol';

export type Range = [number, number];

/** Smallest and largest finite value; NaN and infinities do not count. `[0, 0]` where there is none. */
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
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return [-most, most];
}

/** A scale fit for a matrix of numbers or a feature map: diverging as soon as there is a value below zero. */
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

/** 0–1 or 0–255, the two habits of pictures; other values from the smallest to the largest. */
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
