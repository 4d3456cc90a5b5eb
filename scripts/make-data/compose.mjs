import { areaShares, toByte, toLight } from './shrink.mjs';

/**
 * A square RGB picture of `side` pixels: `emoji` { width, height, data: RGBA }, scaled to `size` pixels with its top left corner at `x`, `y`, over a background that
 * goes from the colour `top` to the colour `bottom` (RGB bytes). Averages and blends light, as `shrink` does.
 */
export function compose(emoji, { side, size, x, y, top, bottom }) {
  const picture = new Uint8Array(side * side * 3);
  for (let row = 0; row < side; row += 1) {
    const share = row / (side - 1);
    const colour = top.map((value, channel) => Math.round(value + share * (bottom[channel] - value)));
    for (let column = 0; column < side; column += 1) picture.set(colour, (row * side + column) * 3);
  }
  const rows = areaShares(emoji.height, size);
  const columns = areaShares(emoji.width, size);
  rows.forEach((ys, row) => {
    columns.forEach((xs, column) => {
      const [cover, ...light] = average(emoji, ys, xs);
      const at = ((y + row) * side + x + column) * 3;
      light.forEach(
        (value, channel) => (picture[at + channel] = toByte(value + (1 - cover) * toLight(picture[at + channel]))),
      );
    });
  });
  return picture;
}

/** Mean opacity, and mean light of each colour weighted by it. */
function average({ width, data }, ys, xs) {
  const sums = [0, 0, 0, 0];
  for (const [y, shareY] of ys) {
    for (const [x, shareX] of xs) {
      const at = (y * width + x) * 4;
      const cover = (shareY * shareX * data[at + 3]) / 255;
      sums[0] += cover;
      for (let channel = 0; channel < 3; channel += 1) sums[channel + 1] += cover * toLight(data[at + channel]);
    }
  }
  return sums;
}
