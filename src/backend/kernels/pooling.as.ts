import { AveragePoolArguments, AveragePoolGradientArguments, MaxPoolArguments, MaxPoolGradientArguments } from '../../../.generated/abi.as';
import { bytes, least, most, share, zero } from './memory.as';

// A window counts only its pixels inside the image. The first maximum in reading order wins, and a NaN never does: as on tfjs's cpu
// backend.

/** y = max of each window. Threads take rows of y. */
export function maxPool(args: MaxPoolArguments, thread: i32, threads: i32): void {
  const x = args.x, y = args.y;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left;
  const last = share(batch * outHeight, 1, thread + 1, threads);
  for (let r = share(batch * outHeight, 1, thread, threads); r < last; r++) {
    const n = r / outHeight, above = (r % outHeight) * strideY - top;
    const image = x + bytes(n * height * width * channels);
    const firstY = most(0, above), endY = least(height, above + filterHeight);
    let to = y + bytes(r * outWidth * channels);
    for (let ox = 0; ox < outWidth; ox++, to += bytes(channels)) {
      const firstX = most(0, ox * strideX - left), endX = least(width, ox * strideX - left + filterWidth);
      let c = 0;
      if (endY - firstY == 2 && endX - firstX == 2) {
        const a = image + bytes((firstY * width + firstX) * channels), right = bytes(channels), below = bytes(width * channels);
        for (; c + 4 <= channels; c += 4) {
          const at = a + bytes(c);
          // pmax(old, new) takes the new one where old < new, so never a NaN.
          let best = f32x4.pmax(f32x4.splat(-Infinity), v128.load(at));
          best = f32x4.pmax(best, v128.load(at + right));
          best = f32x4.pmax(best, v128.load(at + below));
          v128.store(to + bytes(c), f32x4.pmax(best, v128.load(at + below + right)));
        }
      }
      for (; c + 4 <= channels; c += 4) {
        let best = f32x4.splat(-Infinity);
        for (let iy = firstY; iy < endY; iy++)
          for (let ix = firstX; ix < endX; ix++) best = f32x4.pmax(best, v128.load(image + bytes((iy * width + ix) * channels + c)));
        v128.store(to + bytes(c), best);
      }
      for (; c < channels; c++) {
        let best: f32 = -Infinity;
        for (let iy = firstY; iy < endY; iy++)
          for (let ix = firstX; ix < endX; ix++) {
            const v = load<f32>(image + bytes((iy * width + ix) * channels + c));
            if (v > best) best = v;
          }
        store<f32>(to + bytes(c), best);
      }
    }
  }
}

/** y = mean of each window, of those of its pixels that are inside the image. Threads take rows of y. */
export function averagePool(args: AveragePoolArguments, thread: i32, threads: i32): void {
  const x = args.x, y = args.y;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left;
  const last = share(batch * outHeight, 1, thread + 1, threads);
  for (let r = share(batch * outHeight, 1, thread, threads); r < last; r++) {
    const n = r / outHeight, above = (r % outHeight) * strideY - top;
    const image = x + bytes(n * height * width * channels);
    const firstY = most(0, above), endY = least(height, above + filterHeight);
    let to = y + bytes(r * outWidth * channels);
    for (let ox = 0; ox < outWidth; ox++, to += bytes(channels)) {
      const firstX = most(0, ox * strideX - left), endX = least(width, ox * strideX - left + filterWidth);
      const part: f32 = 1 / <f32>(most(1, endY - firstY) * most(1, endX - firstX));
      let c = 0;
      for (; c + 4 <= channels; c += 4) {
        let sum = f32x4.splat(0);
        for (let iy = firstY; iy < endY; iy++)
          for (let ix = firstX; ix < endX; ix++) sum = f32x4.add(sum, v128.load(image + bytes((iy * width + ix) * channels + c)));
        v128.store(to + bytes(c), f32x4.mul(sum, f32x4.splat(part)));
      }
      for (; c < channels; c++) {
        let sum: f32 = 0;
        for (let iy = firstY; iy < endY; iy++)
          for (let ix = firstX; ix < endX; ix++) sum += load<f32>(image + bytes((iy * width + ix) * channels + c));
        store<f32>(to + bytes(c), sum * part);
      }
    }
  }
}

/**
 * dx of `maxPool`. With `relu`, x is what a ReLU made and dx is the gradient before that ReLU (0 where x is 0); with a
 * room, also each thread's sums of dx over its pixels: the gradient of a bias. Threads take images.
 */
export function maxPoolGradient(args: MaxPoolGradientArguments, thread: i32, threads: i32): void {
  const x = args.x, dy = args.dy, dx = args.dx;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left, relu = args.relu;
  const sums = args.room ? args.room + bytes(args.roomFloats) * (thread as usize) : 0;
  const size = height * width * channels;
  // Windows that neither overlap nor leave the image, as in most networks: every pixel is written once.
  const tiled = filterHeight == 2 && filterWidth == 2 && strideY == 2 && strideX == 2 && top == 0 && left == 0
    && outHeight * 2 <= height && outWidth * 2 <= width && (channels & 3) == 0;
  // Where nothing but a positive maximum may win, −∞ becomes 0.
  const floor: f32 = relu ? 0 : -Infinity;
  if (sums) zero(sums, channels);
  const last = share(batch, 1, thread + 1, threads);
  for (let n = share(batch, 1, thread, threads); n < last; n++) {
    const image = x + bytes(n * size), to = dx + bytes(n * size), gradient = dy + bytes(n * outHeight * outWidth * channels);
    if (tiled) {
      tiledGradient(image, gradient, to, height, width, channels, outHeight, outWidth, floor, sums);
      continue;
    }
    zero(to, size);
    for (let oy = 0; oy < outHeight; oy++) {
      const firstY = most(0, oy * strideY - top), endY = least(height, oy * strideY - top + filterHeight);
      for (let ox = 0; ox < outWidth; ox++) {
        const firstX = most(0, ox * strideX - left), endX = least(width, ox * strideX - left + filterWidth);
        const g = gradient + bytes((oy * outWidth + ox) * channels);
        let c = 0;
        for (; c + 4 <= channels; c += 4) {
          let best = f32x4.splat(floor), place = i32x4.splat(-1);
          for (let iy = firstY; iy < endY; iy++)
            for (let ix = firstX; ix < endX; ix++) {
              const at = iy * width + ix, v = v128.load(image + bytes(at * channels + c));
              const wins = f32x4.gt(v, best);
              best = v128.bitselect(v, best, wins);
              place = v128.bitselect(i32x4.splat(at), place, wins);
            }
          const d = v128.load(g + bytes(c));
          if (sums) addTo(sums + bytes(c), v128.and(d, i32x4.ge_s(place, i32x4.splat(0))));
          for (let iy = firstY; iy < endY; iy++)
            for (let ix = firstX; ix < endX; ix++) {
              const at = iy * width + ix;
              addTo(to + bytes(at * channels + c), v128.and(d, i32x4.eq(place, i32x4.splat(at))));
            }
        }
        for (; c < channels; c++) {
          let best = floor, place = -1;
          for (let iy = firstY; iy < endY; iy++)
            for (let ix = firstX; ix < endX; ix++) {
              const at = iy * width + ix, v = load<f32>(image + bytes(at * channels + c));
              if (v > best) {
                best = v;
                place = at;
              }
            }
          if (place < 0) continue;
          const d = load<f32>(g + bytes(c)), at = to + bytes(place * channels + c);
          store<f32>(at, load<f32>(at) + d);
          if (sums) store<f32>(sums + bytes(c), load<f32>(sums + bytes(c)) + d);
        }
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function addTo(at: usize, v: v128): void {
  v128.store(at, f32x4.add(v128.load(at), v));
}

/** One image with 2 × 2 windows, stride 2. */
function tiledGradient(
  image: usize, gradient: usize, to: usize, height: i32, width: i32, channels: i32, outHeight: i32, outWidth: i32, floor: f32, sums: usize,
): void {
  const right = bytes(channels), below = bytes(width * channels), diagonal = below + right;
  const rest = width - 2 * outWidth;
  const worst = f32x4.splat(floor);
  for (let oy = 0; oy < outHeight; oy++) {
    let x = image + 2 * bytes(oy * width * channels), d = to + 2 * bytes(oy * width * channels);
    let g = gradient + bytes(oy * outWidth * channels);
    for (let ox = 0; ox < outWidth; ox++) {
      for (let c = 0; c < channels; c += 4, x += 16, d += 16, g += 16) {
        const v0 = v128.load(x), v1 = v128.load(x + right), v2 = v128.load(x + below), v3 = v128.load(x + diagonal);
        const w0 = f32x4.gt(v0, worst);
        let best = v128.bitselect(v0, worst, w0);
        const w1 = f32x4.gt(v1, best);
        best = v128.bitselect(v1, best, w1);
        const w2 = f32x4.gt(v2, best);
        best = v128.bitselect(v2, best, w2);
        const w3 = f32x4.gt(v3, best);
        const dy = v128.load(g);
        const later2 = w3, later1 = v128.or(w2, w3), later0 = v128.or(w1, later1);
        v128.store(d, v128.and(dy, v128.andnot(w0, later0)));
        v128.store(d + right, v128.and(dy, v128.andnot(w1, later1)));
        v128.store(d + below, v128.and(dy, v128.andnot(w2, later2)));
        v128.store(d + diagonal, v128.and(dy, w3));
        if (sums) addTo(sums + bytes(c), v128.and(dy, v128.or(w0, later0)));
      }
      x += right;
      d += right;
    }
    if (rest > 0) {
      zero(d, rest * channels);
      zero(d + below, rest * channels);
    }
  }
  if (height > 2 * outHeight) zero(to + 2 * bytes(outHeight * width * channels), (height - 2 * outHeight) * width * channels);
}

/**
 * dx of average pooling: every pixel gets dy / (filterHeight · filterWidth), the full window even at the border, as cpu and webgl do.
 * Threads take images.
 */
export function averagePoolGradient(args: AveragePoolGradientArguments, thread: i32, threads: i32): void {
  const dy = args.dy, dx = args.dx;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left;
  const size = height * width * channels;
  const part: f32 = 1 / ((filterHeight * filterWidth) as f32);
  const parts = f32x4.splat(part);
  const last = share(batch, 1, thread + 1, threads);
  for (let n = share(batch, 1, thread, threads); n < last; n++) {
    const to = dx + bytes(n * size);
    let g = dy + bytes(n * outHeight * outWidth * channels);
    zero(to, size);
    for (let oy = 0; oy < outHeight; oy++) {
      const firstY = most(0, oy * strideY - top), endY = least(height, oy * strideY - top + filterHeight);
      for (let ox = 0; ox < outWidth; ox++, g += bytes(channels)) {
        const firstX = most(0, ox * strideX - left), endX = least(width, ox * strideX - left + filterWidth);
        for (let iy = firstY; iy < endY; iy++)
          for (let ix = firstX; ix < endX; ix++) {
            const d = to + bytes((iy * width + ix) * channels);
            let c = 0;
            for (; c + 4 <= channels; c += 4) addTo(d + bytes(c), f32x4.mul(v128.load(g + bytes(c)), parts));
            for (; c < channels; c++) store<f32>(d + bytes(c), load<f32>(d + bytes(c)) + load<f32>(g + bytes(c)) * part);
          }
      }
    }
  }
}
