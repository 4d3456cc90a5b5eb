/** The image [h, w, c], row-major, shifted in a circle: what leaves on one side comes in on the other. */
export function roll(
  values: Float32Array,
  [height, width, channels]: readonly [number, number, number],
  [down, right]: readonly [number, number],
): Float32Array {
  const rolled = new Float32Array(values.length);
  for (let row = 0; row < height; row++) {
    const to = modulo(row + down, height);
    for (let column = 0; column < width; column++) {
      const from = (row * width + column) * channels;
      const at = (to * width + modulo(column + right, width)) * channels;
      rolled.set(values.subarray(from, from + channels), at);
    }
  }
  return rolled;
}

function modulo(value: number, length: number): number {
  return ((value % length) + length) % length;
}
