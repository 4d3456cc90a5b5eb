import {
  MAT_MUL_DEPTH as DEPTH, MAT_MUL_ROOM, MAT_MUL_WIDTH as WIDTH, MatMulArguments, SPLIT_BATCH, SPLIT_COLUMNS, SPLIT_DEPTH, SPLIT_ROWS,
} from '../../../.generated/abi.as';
import { bytes, copy, least, most, parts, share, zero } from './memory.as';
import { packPanel, PANEL_ROW } from './panels.as';
import { tile } from './tile.as';

/**
 * c[rows, columns] = act(a · b + bias) for any strides of a and b, over a batch.
 *
 * Loops: blocks of columns → blocks of depth (b packed in panels) → 4 rows (packed too where a is transposed) → panels →
 * `tile`. Threads take matrices of the batch, or else rows, columns, or stretches of the depth (`split`); in the last case
 * `addParts` adds their partial products.
 *
 * `aRow` is the stride from one row of a to the next, `nextA` from one matrix of the batch to the next; likewise for the others.
 */
export function matMul(args: MatMulArguments, thread: i32, threads: i32): void {
  const a = args.a, b = args.b, c = args.c;
  const rows = args.rows, columns = args.columns, depth = args.depth, batch = args.batch;
  const nextA = args.nextA, nextB = args.nextB, nextC = args.nextC, split = args.split;
  const room = args.room + bytes(args.roomFloats) * (thread as usize);
  if (split == SPLIT_DEPTH) {
    product(args, a, b, room + bytes(MAT_MUL_ROOM), 0, rows, 0, columns, share(depth, 8, thread, threads), share(depth, 8, thread + 1, threads), room);
    return;
  }
  const firstRow = split == SPLIT_ROWS ? share(rows, 4, thread, threads) : 0, lastRow = split == SPLIT_ROWS ? share(rows, 4, thread + 1, threads) : rows;
  const firstColumn = split == SPLIT_COLUMNS ? share(columns, 8, thread, threads) : 0;
  const lastColumn = split == SPLIT_COLUMNS ? share(columns, 8, thread + 1, threads) : columns;
  const first = split == SPLIT_BATCH ? share(batch, 1, thread, threads) : 0, last = split == SPLIT_BATCH ? share(batch, 1, thread + 1, threads) : batch;
  for (let n = first; n < last; n++) {
    product(args, a + bytes(n * nextA), b + bytes(n * nextB), c + bytes(n * nextC), firstRow, lastRow, firstColumn, lastColumn, 0, depth, room);
  }
}

function product(args: MatMulArguments, a: usize, b: usize, c: usize, firstRow: i32, lastRow: i32, firstColumn: i32, lastColumn: i32, from: i32, to: i32, room: usize): void {
  const columns = args.columns;
  const aRow = bytes(args.aRow), aColumn = bytes(args.aColumn), bRow = bytes(args.bRow), bColumn = bytes(args.bColumn);
  const bias = args.bias, relu = args.relu;
  const panels = room, packed = panels + bytes(DEPTH * WIDTH), spare = packed + bytes(DEPTH * 4), starts = spare + bytes(32);
  if (from >= to) {
    // A sum of nothing, and the bias.
    for (let r = firstRow; r < lastRow; r++) {
      for (let j = firstColumn; j < lastColumn; j++) {
        const value: f32 = bias ? load<f32>(bias + bytes(j)) : 0;
        store<f32>(c + bytes(r * columns + j), relu && value < 0 ? 0 : value);
      }
    }
    return;
  }
  for (let left = firstColumn; left < lastColumn; left += WIDTH) {
    const width = least(WIDTH, lastColumn - left);
    zero(starts, WIDTH);
    if (bias) copy(starts, bias + bytes(left), width);
    for (let k = from; k < to; k += DEPTH) {
      const depth = least(DEPTH, to - k);
      const begins = k == from, ends = k + depth == to;
      const panel = (depth as usize) * PANEL_ROW;
      for (let j = 0, p = panels; j < width; j += 8, p += panel)
        packPanel(p, b + (k as usize) * bRow + ((left + j) as usize) * bColumn, depth, bRow, least(8, width - j), bColumn);
      for (let r = firstRow; r < lastRow; r += 4) {
        const count = least(4, lastRow - r);
        let a0 = a + (r as usize) * aRow + (k as usize) * aColumn;
        let step = aColumn, next = aRow;
        if (aColumn != 4 && width > 8) {
          packRows(packed, a0, count, depth, aRow, aColumn);
          a0 = packed;
          step = 16;
          next = 4;
        }
        const a1 = count > 1 ? a0 + next : a0, a2 = count > 2 ? a0 + 2 * next : a0, a3 = count > 3 ? a0 + 3 * next : a0;
        const target = c + bytes(r * columns + left), line = bytes(columns);
        for (let j = 0, p = panels; j < width; j += 8, p += panel) {
          const t = target + bytes(j);
          const start = begins ? starts + bytes(j) : 0;
          const full = width - j >= 8;
          if (full) {
            tile(a0, a1, a2, a3, step, 0, p, PANEL_ROW, 0, 1, depth,
              t, count > 1 ? t + line : spare, count > 2 ? t + 2 * line : spare + 32, count > 3 ? t + 3 * line : spare + 64, start, ends ? relu : 0);
          } else {
            const some = width - j;
            if (!begins) for (let i = 0; i < count; i++) copy(spare + bytes(8 * i), t + bytes(i * columns), some);
            tile(a0, a1, a2, a3, step, 0, p, PANEL_ROW, 0, 1, depth, spare, spare + 32, spare + 64, spare + 96, start, ends ? relu : 0);
            for (let i = 0; i < count; i++) copy(t + bytes(i * columns), spare + bytes(8 * i), some);
          }
        }
      }
    }
  }
}

/** `count` rows of a (1 to 4), interleaved: the 4 floats of each place of the depth are contiguous, in as few cache lines as possible. */
function packRows(to: usize, from: usize, count: i32, depth: i32, row: usize, column: usize): void {
  if (row == 4 && count == 4) {
    for (let k = 0; k < depth; k++, to += 16, from += column) v128.store(to, v128.load(from));
    return;
  }
  for (let k = 0; k < depth; k++, to += 16, from += column)
    for (let i = 0; i < 4; i++) store<f32>(to + bytes(i), i < count ? load<f32>(from + (i as usize) * row) : 0);
}
