import type { backend_util } from '@tensorflow/tfjs';
import { sizes, type KernelArguments, type KernelName } from '../abi';
import { addParts } from './add-parts';
import { inPanels, lines } from './geometry';
import type { SideModule } from '../wasm/side-module';

/** Bytes that one chunk of transformed tiles may take: they should stay in an L2 cache together with the filters. */
const cache = 256 * 1024;
const { PANEL, PLACE_GAP, TILE_PLACES } = sizes;

/** Whether a convolution, and with it both gradients, can be computed by Winograd's F(2×2, 3×3), and is faster that way. */
export function suitsWinograd(g: backend_util.Conv2DInfo, threads: number): boolean {
  const plain = g.filterHeight === 3 && g.filterWidth === 3 && g.strideHeight === 1 && g.strideWidth === 1;
  const close = g.dilationHeight === 1 && g.dilationWidth === 1 && g.padInfo.top <= 2 && g.padInfo.left <= 2;
  const vectors = g.inChannels % 4 === 0 && g.outChannels % 4 === 0 && g.inChannels >= 8 && g.outChannels >= 8;
  return plain && close && vectors && g.outHeight >= 4 && g.outWidth >= 4 && g.batchSize >= threads;
}

function tiles({ outHeight, outWidth }: { outHeight: number; outWidth: number }): { count: number; frame: number } {
  const [down, across] = [Math.ceil(outHeight / 2), Math.ceil(outWidth / 2)];
  return { count: down * across, frame: (2 * down + 2) * (2 * across + 2) };
}

/** How many tiles of this many channels fit the cache, in whole groups of 4. */
function chunkOf(count: number, channels: number): number {
  const fit = Math.floor(cache / (TILE_PLACES * channels * 4));
  return Math.ceil(Math.min(count, Math.max(16, fit)) / 4) * 4;
}

type Given<Kernel extends KernelName> = Omit<KernelArguments<Kernel>, 'room' | 'roomFloats' | 'chunk'>;

/** The convolution; or, for dy and the `reversed` filter (rotated, with its channels swapped), the gradient of the input. */
export function winogradConvolution(
  side: SideModule,
  threads: number,
  given: Given<'winogradConvolution'> & { bias: number; reversed: number },
): void {
  const { channels, out, reversed, bias } = given;
  const wide = inPanels(out);
  const { count, frame } = tiles(given);
  const chunk = chunkOf(count, channels + wide);
  const filterFloats = lines(wide * (TILE_PLACES * channels + 1));
  const places = TILE_PLACES * (chunk * (channels + wide) + 2 * PLACE_GAP);
  const roomFloats = lines(PANEL + frame * channels + places);
  const filter = side.room(filterFloats + roomFloats * threads);
  const [filterIn, filterOut] = reversed ? [out, channels] : [channels, out];
  side.run('winogradFilter', 1, { filter: given.filter, to: filter, bias, filterIn, filterOut, reversed });
  side.run('winogradConvolution', threads, { ...given, filter, room: filter + filterFloats * 4, roomFloats, chunk });
}

/** The gradient of the filter. */
export function winogradFilterGradient(
  side: SideModule,
  threads: number,
  given: Given<'winogradFilterGradient'> & { dw: number },
): void {
  const { channels, out, dw } = given;
  const wide = inPanels(out);
  const { count, frame } = tiles(given);
  const chunk = chunkOf(count, channels + wide);
  const sums = TILE_PLACES * channels * wide;
  const places = TILE_PLACES * (chunk * (channels + wide) + 2 * PLACE_GAP);
  const roomFloats = lines(sums + frame * channels + places);
  const room = side.room(roomFloats * threads);
  side.run('winogradFilterGradient', threads, { ...given, room, roomFloats, chunk });
  if (threads > 1)
    addParts(
      side,
      { to: room, parts: room, roomFloats, threads, rows: TILE_PLACES * channels, columns: wide },
      threads,
    );
  side.run('winogradFilterGradientEnd', 1, { sums: room, dw, channels, out, wide });
}
