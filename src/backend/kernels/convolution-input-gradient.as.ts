import { arg, bytes, least, parts, pointer, share, zero } from './memory.as';
import { CONVOLVE_ROOM, convolvePlane } from './convolve.as';
import { packPanel, panelBytes, PANEL_ROW } from './panels.as';
import { framePlane } from './plane.as';

// dx[y] = Σ_f dy[(y + top − f·dilation) / stride] · w[f], over the f for which the division is whole. With stride s, pixels y ≡ p
// (mod s) meet the same taps f ≡ p + top (mod s): each such phase is a convolution of dy, stride 1, with those taps in reverse.

/** The first tap of a phase. Where stride > 1, tfjs has dilation 1. */
// @ts-ignore: decorator
@inline
function firstTap(phase: i32, before: i32, stride: i32): i32 {
  return (phase + before) % stride;
}

/** How many taps of `size` a phase has. */
// @ts-ignore: decorator
@inline
function tapsOf(first: i32, size: i32, stride: i32): i32 {
  return first < size ? parts(size - first, stride) : 0;
}

/**
 * The filter `[height, width, in, out]` in panels of 8 input channels, phase after phase, taps reversed.
 * Arguments: filter, panels, filterHeight, filterWidth, in, out, strideY, strideX, top, left,
 * zeros (as many as channels in whole panels: what the sums start with).
 */
export function packReversedFilter(args: usize, thread: i32, threads: i32): void {
  const filter = pointer(args, 0);
  let panels = pointer(args, 1);
  const filterHeight = arg(args, 2), filterWidth = arg(args, 3), channels = arg(args, 4), out = arg(args, 5);
  const strideY = arg(args, 6), strideX = arg(args, 7), top = arg(args, 8), left = arg(args, 9);
  const count = parts(channels, 8);
  if (thread == 0) zero(pointer(args, 10), count * 8);
  const begin = share(count, 1, thread, threads), end = share(count, 1, thread + 1, threads);
  for (let phaseY = 0; phaseY < strideY; phaseY++) {
    for (let phaseX = 0; phaseX < strideX; phaseX++) {
      const firstY = firstTap(phaseY, top, strideY), firstX = firstTap(phaseX, left, strideX);
      const tapsY = tapsOf(firstY, filterHeight, strideY), tapsX = tapsOf(firstX, filterWidth, strideX);
      const size = panelBytes(tapsY * tapsX * out);
      for (let p = begin; p < end; p++) {
        let to = panels + (p as usize) * size;
        for (let y = tapsY - 1; y >= 0; y--) {
          for (let x = tapsX - 1; x >= 0; x--, to += (out as usize) * PANEL_ROW) {
            const tap = (firstY + y * strideY) * filterWidth + firstX + x * strideX;
            packPanel(to, filter + bytes((tap * channels + p * 8) * out), out, 4, least(8, channels - p * 8), bytes(out));
          }
        }
      }
      panels += (count as usize) * size;
    }
  }
}

/**
 * dx of a convolution. dy may be larger than the forward pass would make it (transposed convolution). Threads take images.
 * Arguments: dy, panels, dx, batch, height, width, in, dyHeight, dyWidth, out, filterHeight, filterWidth, strideY, strideX, top, left,
 * dilationY, dilationX, zeros, room, room's floats per thread.
 */
export function convolutionInputGradient(args: usize, thread: i32, threads: i32): void {
  const dy = pointer(args, 0), allPanels = pointer(args, 1), dx = pointer(args, 2);
  const batch = arg(args, 3), height = arg(args, 4), width = arg(args, 5), channels = arg(args, 6);
  const dyHeight = arg(args, 7), dyWidth = arg(args, 8), out = arg(args, 9), filterHeight = arg(args, 10), filterWidth = arg(args, 11);
  const strideY = arg(args, 12), strideX = arg(args, 13), top = arg(args, 14), left = arg(args, 15);
  const dilationY = arg(args, 16), dilationX = arg(args, 17), zeros = pointer(args, 18);
  const room = pointer(args, 19) + bytes(arg(args, 20)) * (thread as usize);
  const frame = room + bytes(CONVOLVE_ROOM);
  const spread = dilationX > 1;
  const last = share(batch, 1, thread + 1, threads);
  for (let n = share(batch, 1, thread, threads); n < last; n++) {
    const gradient = dy + bytes(n * dyHeight * dyWidth * out);
    const image = dx + bytes(n * height * width * channels);
    let panels = allPanels;
    for (let phaseY = 0; phaseY < strideY; phaseY++) {
      for (let phaseX = 0; phaseX < strideX; phaseX++) {
        const firstY = firstTap(phaseY, top, strideY), firstX = firstTap(phaseX, left, strideX);
        const tapsY = tapsOf(firstY, filterHeight, strideY), tapsX = tapsOf(firstX, filterWidth, strideX);
        const rows = height > phaseY ? parts(height - phaseY, strideY) : 0;
        const columns = width > phaseX ? parts(width - phaseX, strideX) : 0;
        if (rows > 0 && columns > 0) {
          const to = image + bytes((phaseY * width + phaseX) * channels);
          const toY = bytes(strideY * width * channels), toX = bytes(strideX * channels);
          if (tapsY == 0 || tapsX == 0) {
            for (let y = 0; y < rows; y++)
              for (let x = 0; x < columns; x++) zero(to + (y as usize) * toY + (x as usize) * toX, channels);
          } else {
            const spanY = (tapsY - 1) * dilationY, spanX = (tapsX - 1) * dilationX;
            // Row y of this phase begins its window at row y − above of dy.
            const above = spanY - (phaseY + top - firstY) / strideY, beside = spanX - (phaseX + left - firstX) / strideX;
            const framed = above != 0 || beside != 0 || rows + spanY > dyHeight || columns + spanX > dyWidth;
            if (framed) framePlane(frame, gradient, dyHeight, dyWidth, out, above, beside, rows + spanY, columns + spanX);
            const row = bytes((framed ? columns + spanX : dyWidth) * out);
            convolvePlane(framed ? frame : gradient, row, bytes(out),
              spread ? tapsY : 1, row * dilationY, spread ? tapsX : tapsY, spread ? bytes(dilationX * out) : row * dilationY,
              spread ? out : tapsX * out, panels, zeros, 0, channels,
              to, toY, toX, columns, 0, rows * columns, room);
          }
        }
        panels += panelBytes(parts(channels, 8) * tapsY * tapsX * out);
      }
    }
  }
}
