import { bytes, copy, least, most } from './memory.as';
import { panelBytes, PANEL_ROW } from './panels.as';
import { tile } from './tile.as';

/**
 * Output pixels `first` to `last` (row-major, `columns` a row) of a convolution over one framed plane; forward pass and input
 * gradient are both this. Implicit GEMM: a pixel's window is `groups` × `taps` runs of `run` contiguous floats, so nothing is copied.
 *
 * Loops: blocks of pixels (their outputs stay in L1) → panels of 8 output channels (one panel stays in L1) → 4 pixels → `tile`.
 * The 4 pixels of a tile may lie in different rows; a last, shorter tile repeats its first pixel into `room`.
 */
export function convolvePlane(
  plane: usize, stepY: usize, stepX: usize,
  groups: i32, groupStep: usize, taps: i32, tapStep: usize, run: i32,
  panels: usize, start: usize, relu: i32, channels: i32,
  out: usize, outStepY: usize, outStepX: usize, columns: i32, first: i32, last: i32,
  room: usize,
): void {
  const panelGroup = panelBytes(taps * run);
  const panelSize = (groups as usize) * panelGroup;
  const tapSkip = tapStep - bytes(run);
  const block = most(16, (4096 / (channels + 7)) & ~3);
  for (let from = first; from < last; from += block) {
    const to = least(from + block, last);
    for (let c = 0, panel = panels, bias = start; c < channels; c += 8, panel += panelSize, bias += PANEL_ROW) {
      const width = least(8, channels - c);
      let x = from % columns;
      let window = plane + ((from / columns) as usize) * stepY + (x as usize) * stepX;
      let target = out + ((from / columns) as usize) * outStepY + (x as usize) * outStepX + bytes(c);
      for (let p = from; p < to; p += 4) {
        const count = least(4, to - p);
        const a0 = window, t0 = target;
        let a1 = a0, a2 = a0, a3 = a0, t1: usize = 0, t2: usize = 0, t3: usize = 0;
        if (count == 4 && x + 4 < columns) {
          // The usual case: 4 pixels of one row, and its end not yet.
          a1 = a0 + stepX; a2 = a1 + stepX; a3 = a2 + stepX;
          t1 = t0 + outStepX; t2 = t1 + outStepX; t3 = t2 + outStepX;
          window = a3 + stepX;
          target = t3 + outStepX;
          x += 4;
        } else {
          for (let i = 1; i <= count; i++) {
            window += stepX;
            target += outStepX;
            if (++x == columns) {
              x = 0;
              window += stepY - (columns as usize) * stepX;
              target += outStepY - (columns as usize) * outStepX;
            }
            if (i == 1) { if (count > 1) { a1 = window; t1 = target; } }
            else if (i == 2) { if (count > 2) { a2 = window; t2 = target; } }
            else if (i == 3) { if (count > 3) { a3 = window; t3 = target; } }
          }
        }
        const whole = width == 8;
        const c0 = whole ? t0 : room;
        const c1 = whole && t1 ? t1 : room + 32;
        const c2 = whole && t2 ? t2 : room + 64;
        const c3 = whole && t3 ? t3 : room + 96;
        let b = panel, offset: usize = 0;
        for (let g = 1; g <= groups; g++, offset += groupStep, b += panelGroup) {
          tile(a0 + offset, a1 + offset, a2 + offset, a3 + offset, 4, tapSkip, b, PANEL_ROW, 0, taps, run,
            c0, c1, c2, c3, g == 1 ? bias : 0, relu & (g == groups ? 1 : 0));
        }
        if (!whole) {
          copy(t0, room, width);
          if (t1) copy(t1, room + 32, width);
          if (t2) copy(t2, room + 64, width);
          if (t3) copy(t3, room + 96, width);
        }
      }
    }
  }
}
