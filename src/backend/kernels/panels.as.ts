import { PANEL } from '../../../.generated/abi.as';

// Packing: the right-hand matrix of a product in panels of 8 columns, rows one after the other, as `tile` reads it.

/** Bytes of one row of a panel. */
export const PANEL_ROW: usize = PANEL << 2;

/** Bytes of that many rows of panels. */
// @ts-ignore: decorator
@inline
export function panelBytes(rows: i32): usize {
  return (rows as usize) * PANEL_ROW;
}

/** One panel: `rows` × 8 floats from a matrix with any strides (in bytes); columns from `columns` (1 to 8) on become 0. */
export function packPanel(to: usize, from: usize, rows: i32, rowStride: usize, columns: i32, columnStride: usize): void {
  if (columns == 8 && columnStride == 4) {
    for (let r = 0; r < rows; r++, to += PANEL_ROW, from += rowStride) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
    }
    return;
  }
  let r = 0;
  if (columns == 8 && rowStride == 4) {
    for (; r + 4 <= rows; r += 4, to += 4 * PANEL_ROW, from += 16) {
      transpose(to, from, columnStride);
      transpose(to + 16, from + 4 * columnStride, columnStride);
    }
  }
  for (; r < rows; r++, to += PANEL_ROW, from += rowStride) {
    let at = from;
    for (let c = 0; c < 8; c++, at += columnStride) store<f32>(to + ((c as usize) << 2), c < columns ? load<f32>(at) : 0);
  }
}

/** 4 × 4 floats: columns that lie `columnStride` bytes apart, each contiguous, become rows of panels. */
// @ts-ignore: decorator
@inline
function transpose(to: usize, from: usize, columnStride: usize): void {
  const a = v128.load(from), b = v128.load(from + columnStride);
  const c = v128.load(from + 2 * columnStride), d = v128.load(from + 3 * columnStride);
  const ab0 = v128.shuffle<i32>(a, b, 0, 4, 1, 5), ab1 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<i32>(c, d, 0, 4, 1, 5), cd1 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(ab0, cd0, 0, 2));
  v128.store(to + PANEL_ROW, v128.shuffle<i64>(ab0, cd0, 1, 3));
  v128.store(to + 2 * PANEL_ROW, v128.shuffle<i64>(ab1, cd1, 0, 2));
  v128.store(to + 3 * PANEL_ROW, v128.shuffle<i64>(ab1, cd1, 1, 3));
}
