/**
 * Indices of about `limit` of `length` points that draw the same line: the lowest and the highest point of each stretch, in
 * their order.
 * @param y height of the point at an index; NaN is a gap
 */
export function thinLine(length: number, y: (at: number) => number, limit: number): number[] {
  if (length <= limit) return Array.from({ length }, (_, at) => at);
  const stretch = Math.ceil((2 * length) / limit);
  const kept: number[] = [];
  for (let start = 0; start < length; start += stretch) {
    let low = start;
    let high = start;
    for (let at = start; at < Math.min(start + stretch, length); at++) {
      if (y(at) < y(low) || Number.isNaN(y(low))) low = at;
      if (y(at) > y(high) || Number.isNaN(y(high))) high = at;
    }
    kept.push(...new Set([Math.min(low, high), Math.max(low, high)]));
  }
  return kept;
}

/** Indices of at most `limit` of `length` points, evenly spaced. */
export function thinCloud(length: number, limit: number): number[] {
  const step = Math.max(1, Math.ceil(length / limit));
  return Array.from({ length: Math.ceil(length / step) }, (_, at) => at * step);
}
