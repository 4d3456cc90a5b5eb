import { arg, pointer } from './memory.as';
import { PANEL_ROW } from './panels.as';
import { tile } from './tile.as';

/**
 * The tile alone, over and over on data that stay in the L1 cache: the most that any product can reach, for the benchmark.
 * Arguments: 4 rows of `depth` floats, a panel of as many rows, 32 floats for the result, depth, repetitions.
 */
export function tilePeak(args: usize, thread: i32, threads: i32): void {
  const a = pointer(args, 0), panel = pointer(args, 1), c = pointer(args, 2), depth = arg(args, 3);
  const row = (depth as usize) << 2;
  for (let n = arg(args, 4); n > 0; n--)
    tile(a, a + row, a + 2 * row, a + 3 * row, 4, 0, panel, PANEL_ROW, 0, 1, depth, c, c + 32, c + 64, c + 96, 0, 0);
}
