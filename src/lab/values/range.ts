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

/**
 * What grey values are: a picture, whose white is 1; bytes, whose white is 255; or a map of what a layer computed, whose white is its largest
 * value. The type of a tensor says whether it holds bytes, its values do not: a map may well end at 19.8.
 */
export type Kind = 'picture' | 'bytes' | 'map';

/** The values at the two ends of `scale` for values between `low` and `high`. The second end is always the larger one. */
export function rangeFor(scale: Scale, [low, high]: Range, kind: Kind = 'picture'): Range {
  switch (scale) {
    case 'diverging':
      return aroundZero([low, high]);
    case 'grey':
    case 'colour':
      return pictureRange([low, high], kind);
    case 'sequential':
      // Counts and shares start at zero; a temperature of 300 does not.
      return spread(low >= 0 && low <= high / 2 ? 0 : low, high);
  }
}

/** Integers may be bytes or, if they are few, the numbers of classes. */
function pictureRange([low, high]: Range, kind: Kind): Range {
  if (low < 0) return spread(low, high);
  if (kind === 'bytes' && high > 16 && high <= 255) return [0, 255];
  return kind === 'map' || high > 1 ? [0, high || 1] : [0, 1];
}

function spread(low: number, high: number): Range {
  if (low < high) return [low, high];
  if (low > 0) return [0, low];
  return low < 0 ? [low, 0] : [0, 1];
}
