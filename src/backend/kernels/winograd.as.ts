import {
  PANEL, PLACE_GAP, TILE_PLACES, WinogradConvolutionArguments, WinogradFilterArguments, WinogradFilterGradientArguments,
  WinogradFilterGradientEndArguments,
} from '../../../.generated/abi.as';
import { bytes, least, parts, share, zero } from './memory.as';
import { panelBytes, PANEL_ROW } from './panels.as';
import { framePlane } from './plane.as';
import { tile } from './tile.as';

// Winograd's minimal filtering F(2×2, 3×3) for 3 × 3 filters, stride 1 (Lavin & Gray 2016, section 4.1): a 2 × 2 tile of outputs costs
// 16 multiplications instead of 36. With d a 4 × 4 tile of the input and g the filter,
//
//     y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A,        dg = Gᵀ [(A dy Aᵀ) ⊙ (Bᵀ d B)] G,
//
// where the products ⊙ over all tiles and channels are 16 matrix products, one for each of the 16 places of a tile.

const PLACES: usize = TILE_PLACES;

/** Bᵀ d B for tiles `first` to `last` of a plane: `to[place][tile][channel]`. Channels are a multiple of 4. */
function transformInput(plane: usize, row: usize, channels: i32, across: i32, first: i32, last: i32, to: usize, place: usize): void {
  const right = bytes(channels);
  for (let t = first; t < last; t++, to += right) {
    const corner = plane + 2 * (((t / across) as usize) * row + ((t % across) as usize) * right);
    for (let c: usize = 0; c < right; c += 16) {
      const r0 = corner + c, r1 = r0 + row, r2 = r1 + row, r3 = r2 + row;
      transformRow(r0, r2, 0, right, to + c, place);
      transformRow(r1, r2, 1, right, to + c + 4 * place, place);
      transformRow(r2, r1, 0, right, to + c + 8 * place, place);
      transformRow(r1, r3, 0, right, to + c + 12 * place, place);
    }
  }
}

/** One row of Bᵀ d, which is p ± q, times B. */
// @ts-ignore: decorator
@inline
function transformRow(p: usize, q: usize, plus: i32, right: usize, to: usize, place: usize): void {
  const e0 = combine(p, q, plus), e1 = combine(p + right, q + right, plus);
  const e2 = combine(p + 2 * right, q + 2 * right, plus), e3 = combine(p + 3 * right, q + 3 * right, plus);
  v128.store(to, f32x4.sub(e0, e2));
  v128.store(to + place, f32x4.add(e1, e2));
  v128.store(to + 2 * place, f32x4.sub(e2, e1));
  v128.store(to + 3 * place, f32x4.sub(e1, e3));
}

// @ts-ignore: decorator
@inline
function combine(p: usize, q: usize, plus: i32): v128 {
  return plus ? f32x4.add(v128.load(p), v128.load(q)) : f32x4.sub(v128.load(p), v128.load(q));
}

/**
 * G g Gᵀ for a filter `[3, 3, in, out]`, in panels of 8 outputs: `to[place][panel][in][8]`; then the bias in whole panels.
 * With `reversed` the filter is turned and its channels change roles, as the input gradient needs it.
 * `filterIn` and `filterOut` are the filter's shape either way. Threads take panels.
 */
export function winogradFilter(args: WinogradFilterArguments, thread: i32, threads: i32): void {
  const filter = args.filter, to = args.to, filterIn = args.filterIn, filterOut = args.filterOut, reversed = args.reversed;
  const bias = args.bias;
  const channels = reversed ? filterOut : filterIn, outs = reversed ? filterIn : filterOut;
  const tap = bytes(filterIn * filterOut);
  const nextIn: usize = reversed ? 4 : bytes(filterOut), nextOut: usize = reversed ? bytes(filterOut) : 4;
  const origin = reversed ? filter + 8 * tap : filter;
  const step = reversed ? -tap : tap;
  const panels = parts(outs, PANEL);
  const place = panelBytes(panels * channels);
  const biases = to + PLACES * place;
  const last = share(panels, 1, thread + 1, threads);
  for (let p = share(panels, 1, thread, threads); p < last; p++)
    for (let o = p * 8; o < p * 8 + 8; o++) {
      store<f32>(biases + bytes(o), bias && o < outs ? load<f32>(bias + bytes(o)) : 0);
      for (let i = 0; i < channels; i++) {
        let at = to + panelBytes(p * channels + i) + bytes(o & 7);
        let g = origin + (i as usize) * nextIn + (o as usize) * nextOut;
        if (o >= outs) {
          for (let k: usize = 0; k < PLACES; k++, at += place) store<f32>(at, 0);
          continue;
        }
        const a0 = load<f32>(g), a1 = load<f32>(g + step), a2 = load<f32>(g + 2 * step);
        g += 3 * step;
        const b0 = load<f32>(g), b1 = load<f32>(g + step), b2 = load<f32>(g + 2 * step);
        g += 3 * step;
        const c0 = load<f32>(g), c1 = load<f32>(g + step), c2 = load<f32>(g + 2 * step);
        const p0 = (a0 + c0) * 0.5, p1 = (a1 + c1) * 0.5, p2 = (a2 + c2) * 0.5;
        const q0 = b0 * 0.5, q1 = b1 * 0.5, q2 = b2 * 0.5;
        spread(at, place, a0, a1, a2);
        spread(at + 4 * place, place, p0 + q0, p1 + q1, p2 + q2);
        spread(at + 8 * place, place, p0 - q0, p1 - q1, p2 - q2);
        spread(at + 12 * place, place, c0, c1, c2);
      }
    }
}

/** One row of G g, times Gᵀ. */
// @ts-ignore: decorator
@inline
function spread(at: usize, place: usize, a: f32, b: f32, c: f32): void {
  const outer = (a + c) * 0.5, inner = b * 0.5;
  store<f32>(at, a);
  store<f32>(at + place, outer + inner);
  store<f32>(at + 2 * place, outer - inner);
  store<f32>(at + 3 * place, c);
}

/**
 * The convolution, or with a reversed filter the input gradient. Threads take images; of an image, `chunk` tiles at a time, so that
 * their transforms stay in the L2 cache.
 * The filter is that of `winogradFilter`. Channels and out are multiples of 4.
 */
export function winogradConvolution(args: WinogradConvolutionArguments, thread: i32, threads: i32): void {
  const x = args.x, filter = args.filter, y = args.y;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, out = args.out, top = args.top, left = args.left;
  const relu = args.relu, chunk = args.chunk;
  const panels = parts(out, PANEL), outs = panels * PANEL;
  const down = parts(outHeight, 2), across = parts(outWidth, 2);
  const rowFloats = (2 * across + 2) * channels;
  const zeros = args.room + bytes(args.roomFloats) * (thread as usize);
  const frame = zeros + PANEL_ROW;
  const inputs = frame + bytes((2 * down + 2) * rowFloats), inputPlace = placeBytes(chunk, channels);
  const products = inputs + PLACES * inputPlace, productPlace = placeBytes(chunk, outs);
  const filterPlace = panelBytes(panels * channels), biases = filter + PLACES * filterPlace;
  zero(zeros, 8);
  const last = share(batch, 1, thread + 1, threads);
  for (let n = share(batch, 1, thread, threads); n < last; n++) {
    framePlane(frame, x + bytes(n * height * width * channels), height, width, channels, top, left, 2 * down + 2, 2 * across + 2);
    const image = y + bytes(n * outHeight * outWidth * out);
    for (let t = 0; t < down * across; t += chunk) {
      const count = least(chunk, down * across - t);
      transformInput(frame, bytes(rowFloats), channels, across, t, t + count, inputs, inputPlace);
      for (let k: usize = 0; k < PLACES; k++)
        multiply(inputs + k * inputPlace, filter + k * filterPlace, products + k * productPlace, count, channels, panels, zeros);
      transformOutput(products, productPlace, outs, t, count, across, image, outHeight, outWidth, out, biases, relu);
    }
  }
}

/**
 * Bytes of one of the 16 places of a chunk, with its gap.
 */
// @ts-ignore: decorator
@inline
function placeBytes(chunk: i32, channels: i32): usize {
  return bytes(chunk * channels + PLACE_GAP);
}

/** `count` rows of `channels` floats times the panels of one place. The chunk has room for whole tiles of 4 rows. */
function multiply(a: usize, panels: usize, c: usize, count: i32, channels: i32, panelCount: i32, zeros: usize): void {
  const row = bytes(channels), outRow = panelBytes(panelCount);
  for (let p = 0; p < panelCount; p++, panels += panelBytes(channels), c += PANEL_ROW) {
    let from = a, to = c;
    for (let r = 0; r < count; r += 4, from += 4 * row, to += 4 * outRow)
      tile(from, from + row, from + 2 * row, from + 3 * row, 4, 0, panels, PANEL_ROW, 0, 1, channels, to, to + outRow, to + 2 * outRow, to + 3 * outRow, zeros, 0);
  }
}

/** Aᵀ m A + bias, then ReLU, into the image; the last row and column of tiles may reach beyond it. */
function transformOutput(
  products: usize, place: usize, outs: i32, first: i32, count: i32, across: i32,
  image: usize, height: i32, width: i32, out: i32, biases: usize, relu: i32,
): void {
  const none = f32x4.splat(0), right = bytes(out), below = bytes(width * out);
  for (let i = 0; i < count; i++, products += bytes(outs)) {
    const y = 2 * ((first + i) / across), x = 2 * ((first + i) % across);
    const corner = image + bytes((y * width + x) * out);
    const twoRows = y + 1 < height, twoColumns = x + 1 < width;
    for (let o = 0; o < out; o += 4) {
      const m = products + bytes(o);
      const bias = v128.load(biases + bytes(o));
      let a0 = load16(m, place, 0), a1 = load16(m, place, 1), a2 = load16(m, place, 2), a3 = load16(m, place, 3);
      let b0 = load16(m, place, 4), b1 = load16(m, place, 5), b2 = load16(m, place, 6), b3 = load16(m, place, 7);
      const c0 = load16(m, place, 8), c1 = load16(m, place, 9), c2 = load16(m, place, 10), c3 = load16(m, place, 11);
      a0 = f32x4.add(a0, f32x4.add(b0, c0)); b0 = f32x4.sub(b0, c0);
      a1 = f32x4.add(a1, f32x4.add(b1, c1)); b1 = f32x4.sub(b1, c1);
      a2 = f32x4.add(a2, f32x4.add(b2, c2)); b2 = f32x4.sub(b2, c2);
      a3 = f32x4.add(a3, f32x4.add(b3, c3)); b3 = f32x4.sub(b3, c3);
      const at = corner + bytes(o);
      const y0 = f32x4.add(bias, f32x4.add(a0, f32x4.add(a1, a2)));
      v128.store(at, relu ? f32x4.pmax(y0, none) : y0);
      if (twoColumns) {
        const y1 = f32x4.add(bias, f32x4.sub(a1, f32x4.add(a2, a3)));
        v128.store(at + right, relu ? f32x4.pmax(y1, none) : y1);
      }
      if (!twoRows) continue;
      b0 = f32x4.sub(b0, load16(m, place, 12)); b1 = f32x4.sub(b1, load16(m, place, 13));
      b2 = f32x4.sub(b2, load16(m, place, 14)); b3 = f32x4.sub(b3, load16(m, place, 15));
      const y2 = f32x4.add(bias, f32x4.add(b0, f32x4.add(b1, b2)));
      v128.store(at + below, relu ? f32x4.pmax(y2, none) : y2);
      if (twoColumns) {
        const y3 = f32x4.add(bias, f32x4.sub(b1, f32x4.add(b2, b3)));
        v128.store(at + below + right, relu ? f32x4.pmax(y3, none) : y3);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function load16(m: usize, place: usize, index: usize): v128 {
  return v128.load(m + index * place);
}

/**
 * The sums (A dy Aᵀ) ⊙ (Bᵀ d B) of the filter gradient: `sums[place][in][out rounded up to 8]` in each thread's room. Threads take images.
 */
export function winogradFilterGradient(args: WinogradFilterGradientArguments, thread: i32, threads: i32): void {
  const x = args.x, dy = args.dy;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, out = args.out, top = args.top, left = args.left, chunk = args.chunk;
  const outs = parts(out, PANEL) * PANEL;
  const down = parts(outHeight, 2), across = parts(outWidth, 2);
  const rowFloats = (2 * across + 2) * channels;
  const sums = args.room + bytes(args.roomFloats) * (thread as usize), sumPlace = bytes(channels * outs);
  const frame = sums + PLACES * sumPlace;
  const inputs = frame + bytes((2 * down + 2) * rowFloats), inputPlace = placeBytes(chunk, channels);
  const gradients = inputs + PLACES * inputPlace, gradientPlace = placeBytes(chunk, outs);
  zero(sums, (PLACES as i32) * channels * outs);
  const last = share(batch, 1, thread + 1, threads);
  for (let n = share(batch, 1, thread, threads); n < last; n++) {
    framePlane(frame, x + bytes(n * height * width * channels), height, width, channels, top, left, 2 * down + 2, 2 * across + 2);
    const image = dy + bytes(n * outHeight * outWidth * out);
    for (let t = 0; t < down * across; t += chunk) {
      const count = least(chunk, down * across - t);
      transformInput(frame, bytes(rowFloats), channels, across, t, t + count, inputs, inputPlace);
      transformGradient(image, outHeight, outWidth, out, across, t, count, gradients, gradientPlace, outs);
      for (let k: usize = 0; k < PLACES; k++) {
        const a = inputs + k * inputPlace, b = gradients + k * gradientPlace, c = sums + k * sumPlace;
        for (let i = 0; i < channels; i += 4)
          for (let o = 0; o < outs; o += 8) {
            const from = a + bytes(i), to = c + bytes(i * outs + o);
            tile(from, from + 4, from + 8, from + 12, bytes(channels), 0, b + bytes(o), bytes(outs), 0, 1, count,
              to, to + bytes(outs), to + bytes(2 * outs), to + bytes(3 * outs), 0, 0);
          }
      }
    }
  }
}

/** A dy Aᵀ for `count` tiles: `to[place][tile][out]`. Beyond the image dy is 0, and so are channels beyond the last. */
function transformGradient(image: usize, height: i32, width: i32, out: i32, across: i32, first: i32, count: i32, to: usize, place: usize, outs: i32): void {
  const none = f32x4.splat(0), right = bytes(out), below = bytes(width * out);
  for (let i = 0; i < count; i++, to += bytes(outs)) {
    const y = 2 * ((first + i) / across), x = 2 * ((first + i) % across);
    const corner = image + bytes((y * width + x) * out);
    const twoRows = y + 1 < height, twoColumns = x + 1 < width;
    for (let o = 0; o < outs; o += 4) {
      const at = corner + bytes(o), inside = o < out;
      const a = inside ? v128.load(at) : none, b = inside && twoColumns ? v128.load(at + right) : none;
      const c = inside && twoRows ? v128.load(at + below) : none, d = inside && twoRows && twoColumns ? v128.load(at + below + right) : none;
      const t = to + bytes(o);
      spreadGradient(t, place, a, b);
      spreadGradient(t + 4 * place, place, f32x4.add(a, c), f32x4.add(b, d));
      spreadGradient(t + 8 * place, place, f32x4.sub(a, c), f32x4.sub(b, d));
      spreadGradient(t + 12 * place, place, f32x4.neg(c), f32x4.neg(d));
    }
  }
}

/** One row of A dy, times Aᵀ. */
// @ts-ignore: decorator
@inline
function spreadGradient(to: usize, place: usize, a: v128, b: v128): void {
  v128.store(to, a);
  v128.store(to + place, f32x4.add(a, b));
  v128.store(to + 2 * place, f32x4.sub(a, b));
  v128.store(to + 3 * place, f32x4.neg(b));
}

/**
 * dg = Gᵀ S G of the summed parts: from sums `[place][in][wide]` to dw `[3, 3, in, out]`. Threads take input channels.
 */
export function winogradFilterGradientEnd(args: WinogradFilterGradientEndArguments, thread: i32, threads: i32): void {
  const sums = args.sums, dw = args.dw, channels = args.channels, out = args.out, wide = args.wide;
  const place = bytes(channels * wide), tap = bytes(channels * out);
  const last = share(channels, 1, thread + 1, threads);
  for (let c = share(channels, 1, thread, threads); c < last; c++)
    for (let o = 0; o < out; o += 4) {
      const s = sums + bytes(c * wide + o), to = dw + bytes(c * out + o);
      gatherRow(s, place, 0, to, tap);
      gatherRow(s, place, 1, to + 3 * tap, tap);
      gatherRow(s, place, 2, to + 6 * tap, tap);
    }
}

/** Row `row` of Gᵀ S, times G. */
// @ts-ignore: decorator
@inline
function gatherRow(s: usize, place: usize, row: i32, to: usize, tap: usize): void {
  const half = f32x4.splat(0.5);
  const e0 = gatherColumn(s, place, row), e1 = f32x4.mul(gatherColumn(s + place, place, row), half);
  const e2 = f32x4.mul(gatherColumn(s + 2 * place, place, row), half), e3 = gatherColumn(s + 3 * place, place, row);
  const middle = f32x4.add(e1, e2);
  v128.store(to, f32x4.add(e0, middle));
  v128.store(to + tap, f32x4.sub(e1, e2));
  v128.store(to + 2 * tap, f32x4.add(middle, e3));
}

// @ts-ignore: decorator
@inline
function gatherColumn(s: usize, place: usize, row: i32): v128 {
  const half = f32x4.splat(0.5);
  const p = f32x4.mul(v128.load(s + 4 * place), half), q = f32x4.mul(v128.load(s + 8 * place), half);
  if (row == 0) return f32x4.add(v128.load(s), f32x4.add(p, q));
  if (row == 1) return f32x4.sub(p, q);
  return f32x4.add(f32x4.add(p, q), v128.load(s + 12 * place));
}
