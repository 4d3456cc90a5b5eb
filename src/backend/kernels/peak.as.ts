import { TilePeakArguments } from '../../../.generated/abi.as';
import { PANEL_ROW } from './panels.as';
import { tile } from './tile.as';

/**
 * The tile alone, over and over on data that stay in the L1 cache: an upper bound for every product, for the benchmark. It has
 * 4 rows of `depth` floats, a panel of `depth` rows, and 4 × 8 floats for the result.
 */
export function tilePeak(args: TilePeakArguments, thread: i32, threads: i32): void {
  const a = args.rows, panel = args.panel, c = args.result, depth = args.depth;
  const row = (depth as usize) << 2;
  for (let n = args.times; n > 0; n--)
    tile(a, a + row, a + 2 * row, a + 3 * row, 4, 0, panel, PANEL_ROW, 0, 1, depth, c, c + 32, c + 64, c + 96, 0, 0);
}
