import {
  VECTOR, DepthwiseArguments, DepthwiseFilterGradientArguments, DepthwiseInputGradientArguments, PackDepthwiseArguments,
} from '../../../.generated/abi.as';
import { bytes, copy, least, most, parts, share, zero } from './memory.as';
import { framePlane } from './plane.as';

// Depthwise convolution: output channel c · multiplier + q depends on input channel c alone, with the filter [height, width, c, q].
// A lane is one such channel; 4 of them are a vector. Planes and filters are widened to whole vectors, and in a plane each channel is
// repeated for all its lanes, so that the loops need no case for the multiplier, the border or a remainder.

/**
 * The filter `[taps, lanes]` in whole vectors. `reversed` puts the last tap first, for the input gradient.
 */
export function packDepthwise(args: PackDepthwiseArguments, thread: i32, threads: i32): void {
  const filter = args.filter, to = args.to, taps = args.taps, lanes = args.lanes, reversed = args.reversed;
  const wide = parts(lanes, VECTOR) * VECTOR;
  for (let t = 0; t < taps; t++) {
    const at = to + bytes(t * wide);
    copy(at, filter + bytes((reversed ? taps - 1 - t : t) * lanes), lanes);
    zero(at + bytes(lanes), wide - lanes);
  }
}

/**
 * y[pixel, lane] = Σ over taps of x · w: the forward pass; and the input gradient for stride 1, where x is dy, the filter is reversed
 * and a channel of y is the sum of its lanes.
 *
 * Loops: images → rows of y → 4 lanes → 8 pixels (their 8 sums stay in registers, each weight is loaded once for all) → taps.
 * The filter is that of `packDepthwise`. Threads take rows of y.
 */
export function depthwise(args: DepthwiseArguments, thread: i32, threads: i32): void {
  const x = args.x, filter = args.filter, y = args.y;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, outs = args.out, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left;
  const dilationY = args.dilationY, dilationX = args.dilationX, lanes = args.lanes;
  const line = args.room + bytes(args.roomFloats) * (thread as usize);
  const wide = parts(lanes, VECTOR) * VECTOR;
  const frame = line + bytes(outWidth * wide);
  const planeHeight = (outHeight - 1) * strideY + (filterHeight - 1) * dilationY + 1;
  const planeWidth = (outWidth - 1) * strideX + (filterWidth - 1) * dilationX + 1;
  const framed = isFramed(top, left, planeHeight, planeWidth, height, width) || channels != wide;
  const row = bytes((framed ? planeWidth : width) * wide), step = bytes(strideX * wide), tap = bytes(dilationX * wide);
  const last = share(batch * outHeight, 1, thread + 1, threads);
  let known = -1;
  for (let r = share(batch * outHeight, 1, thread, threads); r < last; r++) {
    const n = r / outHeight;
    const image = x + bytes(n * height * width * channels);
    if (framed && n != known) {
      widePlane(frame, image, height, width, channels, lanes, top, left, planeHeight, planeWidth);
      known = n;
    }
    const window = (framed ? frame : image) + ((r % outHeight) * strideY as usize) * row;
    const target = y + bytes(r * outWidth * outs);
    const to = outs == wide ? target : line;
    for (let c: usize = 0; c < bytes(wide); c += 16)
      depthwiseRow(window + c, row * dilationY, tap, filterHeight, filterWidth, filter + c, bytes(wide), to + c, outWidth, step);
    if (to != target) foldLanes(target, line, outWidth, outs, lanes / outs, wide);
  }
}

// @ts-ignore: decorator
@inline
function isFramed(top: i32, left: i32, planeHeight: i32, planeWidth: i32, height: i32, width: i32): bool {
  return top != 0 || left != 0 || planeHeight > height || planeWidth > width;
}

/** `framePlane` with each channel repeated for its lanes, and zeros up to whole vectors. */
function widePlane(
  to: usize, image: usize, height: i32, width: i32, channels: i32, lanes: i32, top: i32, left: i32, planeHeight: i32, planeWidth: i32,
): void {
  const wide = parts(lanes, VECTOR) * VECTOR, each = lanes / channels;
  if (channels == wide) {
    framePlane(to, image, height, width, channels, top, left, planeHeight, planeWidth);
    return;
  }
  zero(to, planeHeight * planeWidth * wide);
  for (let y = most(0, -top); y < least(height, planeHeight - top); y++)
    for (let x = most(0, -left); x < least(width, planeWidth - left); x++) {
      const from = image + bytes((y * width + x) * channels);
      let at = to + bytes(((y + top) * planeWidth + x + left) * wide);
      for (let c = 0; c < channels; c++)
        for (let q = 0; q < each; q++, at += 4) store<f32>(at, load<f32>(from + bytes(c)));
    }
}

/** Of each pixel's lanes, the sums of `each` neighbours. */
function foldLanes(to: usize, from: usize, pixels: i32, channels: i32, each: i32, wide: i32): void {
  for (let p = 0; p < pixels; p++, from += bytes(wide)) {
    let at = from;
    for (let c = 0; c < channels; c++, to += 4) {
      let sum: f32 = 0;
      for (let q = 0; q < each; q++, at += 4) sum += load<f32>(at);
      store<f32>(to, sum);
    }
  }
}

/** 4 lanes of a row of pixels. Where fewer than 8 are left, the last 8 are computed again. */
function depthwiseRow(
  window: usize, rowStep: usize, tapStep: usize, filterHeight: i32, filterWidth: i32, filter: usize, pixel: usize,
  to: usize, columns: i32, step: usize,
): void {
  if (columns < 8) {
    for (let x = 0; x < columns; x++, window += step, to += pixel) {
      let sum = f32x4.splat(0), from = window, w = filter;
      for (let fy = 0; fy < filterHeight; fy++, from += rowStep) {
        let at = from;
        for (let fx = 0; fx < filterWidth; fx++, at += tapStep, w += pixel) sum = f32x4.add(sum, f32x4.mul(v128.load(at), v128.load(w)));
      }
      v128.store(to, sum);
    }
    return;
  }
  for (let done = 0; done < columns; done += 8) {
    const first = least(done, columns - 8);
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
    let from = window + (first as usize) * step, w = filter;
    for (let fy = 0; fy < filterHeight; fy++, from += rowStep) {
      let tap = from;
      for (let fx = 0; fx < filterWidth; fx++, tap += tapStep, w += pixel) {
        const weight = v128.load(w);
        let at = tap;
        s0 = f32x4.add(s0, f32x4.mul(weight, v128.load(at))); at += step;
        s1 = f32x4.add(s1, f32x4.mul(weight, v128.load(at))); at += step;
        s2 = f32x4.add(s2, f32x4.mul(weight, v128.load(at))); at += step;
        s3 = f32x4.add(s3, f32x4.mul(weight, v128.load(at))); at += step;
        s4 = f32x4.add(s4, f32x4.mul(weight, v128.load(at))); at += step;
        s5 = f32x4.add(s5, f32x4.mul(weight, v128.load(at))); at += step;
        s6 = f32x4.add(s6, f32x4.mul(weight, v128.load(at))); at += step;
        s7 = f32x4.add(s7, f32x4.mul(weight, v128.load(at)));
      }
    }
    let at = to + (first as usize) * pixel;
    v128.store(at, s0); at += pixel;
    v128.store(at, s1); at += pixel;
    v128.store(at, s2); at += pixel;
    v128.store(at, s3); at += pixel;
    v128.store(at, s4); at += pixel;
    v128.store(at, s5); at += pixel;
    v128.store(at, s6); at += pixel;
    v128.store(at, s7);
  }
}

/**
 * dx[y, x, c] = Σ over taps and q of dy · w for strides above 1: each dy is added at the pixels under its taps.
 * Where stride > 1, tfjs has dilation 1. Threads take rows of dx.
 */
export function depthwiseInputGradient(args: DepthwiseInputGradientArguments, thread: i32, threads: i32): void {
  const filter = args.filter, dy = args.dy, dx = args.dx;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left, multiplier = args.multiplier;
  const outs = channels * multiplier;
  const last = share(batch * height, 1, thread + 1, threads);
  for (let r = share(batch * height, 1, thread, threads); r < last; r++) {
    const n = r / height, y = r % height;
    const row = dx + bytes(r * width * channels);
    zero(row, width * channels);
    for (let fy = 0; fy < filterHeight; fy++) {
      const scaled = y + top - fy;
      if (scaled < 0 || scaled % strideY != 0 || scaled / strideY >= outHeight) continue;
      const gradient = dy + bytes((n * outHeight + scaled / strideY) * outWidth * outs);
      for (let fx = 0; fx < filterWidth; fx++) {
        const w = filter + bytes((fy * filterWidth + fx) * outs);
        const shift = fx - left;
        const firstX = shift < 0 ? parts(-shift, strideX) : 0, endX = reach(width - shift, strideX, outWidth);
        for (let ox = firstX; ox < endX; ox++) {
          const d = row + bytes((ox * strideX + shift) * channels), g = gradient + bytes(ox * outs);
          let c = 0;
          if (multiplier == 1)
            for (; c + 4 <= channels; c += 4) {
              const at = d + bytes(c);
              v128.store(at, f32x4.add(v128.load(at), f32x4.mul(v128.load(g + bytes(c)), v128.load(w + bytes(c)))));
            }
          for (; c < channels; c++) {
            let sum: f32 = 0;
            for (let q = c * multiplier; q < (c + 1) * multiplier; q++) sum += load<f32>(g + bytes(q)) * load<f32>(w + bytes(q));
            store<f32>(d + bytes(c), load<f32>(d + bytes(c)) + sum);
          }
        }
      }
    }
  }
}

/** How many outputs begin inside the image when `room` pixels lie to the right of the tap's first place. */
// @ts-ignore: decorator
@inline
function reach(room: i32, stride: i32, most: i32): i32 {
  return room <= 0 ? 0 : least(most, parts(room, stride));
}

/**
 * dw[tap, lane] = Σ over pixels of x · dy, in each thread's room: taps × lanes in whole vectors. `addParts` adds and cuts them.
 *
 * Loops: images → a few rows of dy (with their rows of x they stay in L1) → 4 lanes → 3 × 3 taps (9 sums in registers, each dy is
 * loaded once for all) → pixels. A block of taps that reaches beyond the filter computes its first taps again, and writes the
 * same sums again. Threads take images.
 */
export function depthwiseFilterGradient(args: DepthwiseFilterGradientArguments, thread: i32, threads: i32): void {
  const x = args.x, dy = args.dy;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left;
  const dilationY = args.dilationY, dilationX = args.dilationX, lanes = args.lanes;
  const sums = args.room + bytes(args.roomFloats) * (thread as usize);
  const wide = parts(lanes, VECTOR) * VECTOR, pixels = outHeight * outWidth;
  const wideDy = sums + bytes(filterHeight * filterWidth * wide), frame = wideDy + (wide == lanes ? 0 : bytes(pixels * wide));
  const planeHeight = (outHeight - 1) * strideY + (filterHeight - 1) * dilationY + 1;
  const planeWidth = (outWidth - 1) * strideX + (filterWidth - 1) * dilationX + 1;
  const framed = isFramed(top, left, planeHeight, planeWidth, height, width) || channels != wide;
  const row = bytes((framed ? planeWidth : width) * wide), step = bytes(strideX * wide), tap = bytes(dilationX * wide);
  const block = most(1, 2048 / (outWidth * wide));
  zero(sums, filterHeight * filterWidth * wide);
  const last = share(batch, 1, thread + 1, threads);
  for (let n = share(batch, 1, thread, threads); n < last; n++) {
    let plane = x + bytes(n * height * width * channels), gradient = dy + bytes(n * pixels * lanes);
    if (framed) {
      widePlane(frame, plane, height, width, channels, lanes, top, left, planeHeight, planeWidth);
      plane = frame;
    }
    if (wide != lanes) {
      widePlane(wideDy, gradient, outHeight, outWidth, lanes, lanes, 0, 0, outHeight, outWidth);
      gradient = wideDy;
    }
    for (let y = 0; y < outHeight; y += block) {
      const lines = least(block, outHeight - y);
      const window = plane + ((y * strideY) as usize) * row, g = gradient + bytes(y * outWidth * wide);
      for (let c: usize = 0; c < bytes(wide); c += 16)
        for (let fy = 0; fy < filterHeight; fy += 3)
          for (let fx = 0; fx < filterWidth; fx += 3)
            addTaps(sums + bytes((fy * filterWidth + fx) * wide) + c, bytes(filterWidth * wide), bytes(wide),
              least(3, filterHeight - fy), least(3, filterWidth - fx),
              window + ((fy * dilationY) as usize) * row + (fx as usize) * tap + c, row * dilationY, tap, row * strideY, step, g + c, lines, outWidth);
    }
  }
}

/** The sums of up to 3 × 3 taps, 4 lanes, over `lines` rows of dy. */
function addTaps(
  sums: usize, sumRow: usize, pixel: usize, tapRows: i32, tapColumns: i32,
  window: usize, tapRow: usize, tapColumn: usize, rowStep: usize, step: usize, dy: usize, lines: i32, columns: i32,
): void {
  const y1 = tapRows > 1 ? 1 : 0, y2 = tapRows > 2 ? 2 : 0, x1 = tapColumns > 1 ? 1 : 0, x2 = tapColumns > 2 ? 2 : 0;
  const sum0 = sums, sum1 = sums + y1 * sumRow, sum2 = sums + y2 * sumRow, next = x1 * pixel, after = x2 * pixel;
  const right = x1 * tapColumn, farther = x2 * tapColumn;
  let a0 = v128.load(sum0), a1 = v128.load(sum0 + next), a2 = v128.load(sum0 + after);
  let b0 = v128.load(sum1), b1 = v128.load(sum1 + next), b2 = v128.load(sum1 + after);
  let c0 = v128.load(sum2), c1 = v128.load(sum2 + next), c2 = v128.load(sum2 + after);
  for (; lines > 0; lines--, window += rowStep) {
    let p = window, q = window + y1 * tapRow, r = window + y2 * tapRow;
    for (let x = columns; x > 0; x--, dy += pixel, p += step, q += step, r += step) {
      const d = v128.load(dy);
      a0 = f32x4.add(a0, f32x4.mul(d, v128.load(p)));
      a1 = f32x4.add(a1, f32x4.mul(d, v128.load(p + right)));
      a2 = f32x4.add(a2, f32x4.mul(d, v128.load(p + farther)));
      b0 = f32x4.add(b0, f32x4.mul(d, v128.load(q)));
      b1 = f32x4.add(b1, f32x4.mul(d, v128.load(q + right)));
      b2 = f32x4.add(b2, f32x4.mul(d, v128.load(q + farther)));
      c0 = f32x4.add(c0, f32x4.mul(d, v128.load(r)));
      c1 = f32x4.add(c1, f32x4.mul(d, v128.load(r + right)));
      c2 = f32x4.add(c2, f32x4.mul(d, v128.load(r + farther)));
    }
  }
  v128.store(sum2 + after, c2); v128.store(sum2 + next, c1); v128.store(sum2, c0);
  v128.store(sum1 + after, b2); v128.store(sum1 + next, b1); v128.store(sum1, b0);
  v128.store(sum0 + after, a2); v128.store(sum0 + next, a1); v128.store(sum0, a0);
}
