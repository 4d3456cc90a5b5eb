/** A position of the patch: its top left pixel. */
export type Place = readonly [row: number, column: number];

/** All positions of a square patch, `stride` pixels apart and at the far edges, so that every pixel is hidden at least once. */
export function placesOf([height, width]: readonly [number, number], size: number, stride: number): Place[] {
  const rows = starts(height, size, stride);
  const columns = starts(width, size, stride);
  return rows.flatMap((row) => columns.map((column): Place => [row, column]));
}

function starts(length: number, size: number, stride: number): number[] {
  const last = length - size;
  const all = Array.from({ length: Math.floor(last / stride) + 1 }, (_, at) => at * stride);
  // A stride larger than the patch leaves gaps, as the reader asked for.
  return (all.at(-1) ?? 0) < last ? [...all, last] : all;
}

/** A copy of the image [1, height, width, channels] that shows `cover` inside the patch. */
export function hide(
  pixels: Float32Array,
  cover: Float32Array,
  [top, left]: Place,
  size: number,
  [, , width, channels]: readonly [number, number, number, number],
): Float32Array {
  const hidden = pixels.slice();
  for (let row = top; row < top + size; row++) {
    const from = (row * width + left) * channels;
    hidden.set(cover.subarray(from, from + size * channels), from);
  }
  return hidden;
}

/** For each pixel the mean drop of the patches that hid it; 0 if none did. */
export function meanDrops(
  drops: readonly number[],
  places: readonly Place[],
  size: number,
  [height, width]: readonly [number, number],
): Float32Array {
  const sums = new Float64Array(height * width);
  const counts = new Uint32Array(height * width);
  places.forEach(([top, left], at) => {
    for (let row = top; row < top + size; row++) {
      for (let column = left; column < left + size; column++) {
        sums[row * width + column] = (sums[row * width + column] ?? 0) + (drops[at] ?? 0);
        counts[row * width + column] = (counts[row * width + column] ?? 0) + 1;
      }
    }
  });
  return Float32Array.from(sums, (sum, at) => sum / Math.max(1, counts[at] ?? 0));
}
