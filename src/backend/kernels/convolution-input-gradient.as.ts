import { PANEL, CONVOLVE_ROOM, ConvolutionInputGradientArguments, PackReversedFilterArguments } from '../../../.generated/abi.as';
import { bytes, least, parts, share, zero } from './memory.as';
import { convolvePlane } from './convolve.as';
import { packPanel, panelBytes, PANEL_ROW } from './panels.as';
import { framePlane } from './plane.as';

// dx[y] = Σ_f dy[(y + top − f·dilation) / stride] · w[f], over the f for which the division has no remainder. With stride s, pixels y ≡ p
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
 * The filter `[height, width, in, out]` in panels of 8 input channels, phase after phase, taps reversed; and `zeros`, what the sums start
 * with, as many as there are channels in whole panels. Threads take panels.
 */
export function packReversedFilter(args: PackReversedFilterArguments, thread: i32, threads: i32): void {
  const filter = args.filter;
  let panels = args.panels;
  const filterHeight = args.filterHeight, filterWidth = args.filterWidth, channels = args.channels, out = args.out;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left;
  const count = parts(channels, PANEL);
  if (thread == 0) zero(args.zeros, count * 8);
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
 * dx of a convolution. dy may be larger than the forward pass would make it (transposed convolution): the out sizes are
 * those of dy. Threads take images.
 */
export function convolutionInputGradient(args: ConvolutionInputGradientArguments, thread: i32, threads: i32): void {
  const dy = args.dy, allPanels = args.panels, dx = args.dx;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const dyHeight = args.outHeight, dyWidth = args.outWidth, out = args.out, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left;
  const dilationY = args.dilationY, dilationX = args.dilationX, zeros = args.zeros;
  const room = args.room + bytes(args.roomFloats) * (thread as usize);
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
        panels += panelBytes(parts(channels, PANEL) * tapsY * tapsX * out);
      }
    }
  }
}
