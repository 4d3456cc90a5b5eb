import type { backend_util } from '@tensorflow/tfjs';
import { lines } from './geometry';
import type { SideModule } from './side-module';

/** Bytes that one chunk of transformed tiles may take: they should stay in an L2 cache beside the filters. */
const cache = 256 * 1024;
const places = 16;
/** Floats by which the places of both factors are kept apart (`placeBytes` in the kernels). */
const apart = 2 * 16;

/** Whether a convolution, and with it both gradients, is one for Winograd's F(2×2, 3×3), and gains by it. */
export function suitsWinograd(g: backend_util.Conv2DInfo, threads: number): boolean {
  const plain = g.filterHeight === 3 && g.filterWidth === 3 && g.strideHeight === 1 && g.strideWidth === 1;
  const close = g.dilationHeight === 1 && g.dilationWidth === 1 && g.padInfo.top <= 2 && g.padInfo.left <= 2;
  const vectors = g.inChannels % 4 === 0 && g.outChannels % 4 === 0 && g.inChannels >= 8 && g.outChannels >= 8;
  return plain && close && vectors && g.outHeight >= 4 && g.outWidth >= 4 && g.batchSize >= threads;
}

function tiles(height: number, width: number): { count: number; frame: number } {
  const [down, across] = [Math.ceil(height / 2), Math.ceil(width / 2)];
  return { count: down * across, frame: (2 * down + 2) * (2 * across + 2) };
}

/** How many tiles of so many channels fit the cache, in whole groups of 4. */
function chunkOf(count: number, channels: number): number {
  const fit = Math.floor(cache / (places * channels * 4));
  return Math.ceil(Math.min(count, Math.max(16, fit)) / 4) * 4;
}

interface Convolution {
  threads: number;
  from: number;
  filter: number;
  to: number;
  /** Height, width and channels of what is read and of what is written. */
  input: [number, number, number];
  output: [number, number, number];
  batch: number;
  top: number;
  left: number;
  /** The gradient of the input: the filter turned, its channels exchanged. */
  reversed: boolean;
  bias: number;
  relu: boolean;
}

/** The convolution, or the gradient of its input, at the given pointers. */
export function winogradConvolution(side: SideModule, c: Convolution): void {
  const [height, width, channels] = c.input;
  const [outHeight, outWidth, out] = c.output;
  const wide = Math.ceil(out / 8) * 8;
  const { count, frame } = tiles(outHeight, outWidth);
  const chunk = chunkOf(count, channels + wide);
  const filters = lines(wide * (places * channels + 1));
  const each = lines(8 + frame * channels + places * (chunk * (channels + wide) + apart));
  const room = side.room(filters + each * c.threads);
  const [filterIn, filterOut] = c.reversed ? [out, channels] : [channels, out];
  side.run('winogradFilter', 1, [c.filter, room, filterIn, filterOut, c.reversed ? 1 : 0, c.bias]);
  const sizes = [c.batch, height, width, channels, outHeight, outWidth, out, c.top, c.left];
  side.run('winogradConvolution', c.threads, [
    c.from,
    room,
    c.to,
    ...sizes,
    c.relu ? 1 : 0,
    chunk,
    room + filters * 4,
    each,
  ]);
}

/** The gradient of the filter. */
export function winogradFilterGradient(
  side: SideModule,
  g: backend_util.Conv2DInfo,
  threads: number,
  x: number,
  dy: number,
  dw: number,
): void {
  const wide = Math.ceil(g.outChannels / 8) * 8;
  const { count, frame } = tiles(g.outHeight, g.outWidth);
  const chunk = chunkOf(count, g.inChannels + wide);
  const sums = places * g.inChannels * wide;
  const each = lines(sums + frame * g.inChannels + places * (chunk * (g.inChannels + wide) + apart));
  const room = side.room(each * threads);
  const sizes = [
    g.batchSize,
    g.inHeight,
    g.inWidth,
    g.inChannels,
    g.outHeight,
    g.outWidth,
    g.outChannels,
    g.padInfo.top,
    g.padInfo.left,
  ];
  side.run('winogradFilterGradient', threads, [x, dy, 0, ...sizes, chunk, room, each]);
  if (threads > 1) side.run('addParts', threads, [room, room, each, threads, places * g.inChannels, wide, wide, 0, 0]);
  side.run('winogradFilterGradientEnd', 1, [room, dw, g.inChannels, g.outChannels, wide]);
}
