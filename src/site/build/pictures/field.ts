import type { Pixels } from './png';

/** Opacity of what a unit cannot see, and of what it can see but hardly uses. */
const [unseen, unused] = [0.12, 0.3];

/**
 * A picture as a unit in its middle sees it, through a stack of `layers` 3 × 3 convolutions over `tiles` × `tiles` squares of the
 * picture. The more paths lead from a square to the unit, the more opaque it is: that is the effective receptive field.
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

/** How many paths of `steps` steps lead from each of `tiles` places to the middle one; a step goes to a neighbour or stays. */
function pathsTo(tiles: number, steps: number): number[] {
  let ways: number[] = Array.from({ length: tiles }, (_, at) => (at === Math.floor(tiles / 2) ? 1 : 0));
  for (let step = 0; step < steps; step++)
    ways = ways.map((own, at) => (ways[at - 1] ?? 0) + own + (ways[at + 1] ?? 0));
  return ways;
}
