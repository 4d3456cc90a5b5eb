import type { Pixels } from './png';

/** Opacity of what a unit cannot see, and of what it can see but hardly uses. */
const [unseen, unused] = [0.12, 0.3];

/**
 * A picture as one unit in its middle has it: the picture in `tiles` × `tiles` squares, and above them a stack of `layers` convolutions
 * of 3 × 3. Each square is as opaque as there are paths from it to the unit, which is what the effective receptive field is made of.
 */
export function seenBy({ width, height, channels, bytes }: Pixels, tiles: number, layers: number): Pixels {
  const paths = pathsTo(tiles, layers);
  const most = Math.max(...paths);
  const reach = (tile: number): number => (paths[tile] ?? 0) / most;
  const out = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const used = reach(Math.floor((x * tiles) / width)) * reach(Math.floor((y * tiles) / height));
    const opacity = used === 0 ? unseen : unused + (1 - unused) * Math.sqrt(used);
    for (let channel = 0; channel < 3; channel++)
      out[pixel * 4 + channel] = bytes[pixel * channels + Math.min(channel, channels - 1)] ?? 0;
    out[pixel * 4 + 3] = Math.round(opacity * 255);
  }
  return { width, height, channels: 4, bytes: out };
}

/** In how many ways each of `tiles` places reaches the middle one, where a step goes to a neighbour or stays. */
function pathsTo(tiles: number, steps: number): number[] {
  let ways: number[] = Array.from({ length: tiles }, (_, at) => (at === Math.floor(tiles / 2) ? 1 : 0));
  for (let step = 0; step < steps; step++)
    ways = ways.map((own, at) => (ways[at - 1] ?? 0) + own + (ways[at + 1] ?? 0));
  return ways;
}
