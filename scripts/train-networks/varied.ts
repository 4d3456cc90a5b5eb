/** How much an image may be varied. */
export interface Variation {
  /** Half of the images are mirrored. */
  mirror: boolean;
  /** Pixels in each direction. */
  shift: number;
  /** Degrees to either side. */
  turn: number;
  /** Share by which it grows or shrinks. */
  scale: number;
}

/** One image, uint8 [size × size], varied at random within `variation`, as numbers in [0, 1]; what comes in from outside is black. */
export function varied(image: Uint8Array, size: number, { mirror, shift, turn, scale }: Variation): Float32Array {
  const between = (most: number): number => (2 * Math.random() - 1) * most;
  const [dx, dy, angle, factor] = [between(shift), between(shift), (between(turn) * Math.PI) / 180, 1 + between(scale)];
  const flip = mirror && Math.random() < 0.5 ? -1 : 1;
  const [cosine, sine, middle] = [Math.cos(angle) / factor, Math.sin(angle) / factor, (size - 1) / 2];
  const moved = new Float32Array(size * size);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const [u, v] = [(x - middle - dx) * flip, y - middle - dy];
      moved[y * size + x] = blended(image, size, cosine * u + sine * v + middle, cosine * v - sine * u + middle) / 255;
    }
  return moved;
}

/** The value between four pixels, weighted by nearness (bilinear). */
function blended(image: Uint8Array, size: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (row: number, column: number): number =>
    row >= 0 && row < size && column >= 0 && column < size ? (image[row * size + column] ?? 0) : 0;
  const [right, below] = [x - left, y - top];
  const upper = at(top, left) * (1 - right) + at(top, left + 1) * right;
  const lower = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right;
  return upper * (1 - below) + lower * below;
}
