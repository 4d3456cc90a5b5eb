import {
  BatchNormGradientArguments, BatchNormSumsArguments, ColumnMomentsArguments, ScaleChannelsArguments,
} from '../../../.generated/abi.as';
import { bytes, share, zero } from './memory.as';

// Batch normalization while training, over [rows, channels]: y = (x − mean) / √(variance + ε) · γ + β. Each kernel is one pass;
// between them the host works out the few numbers that are needed per channel.

/**
 * Per channel Σ (x − s) and Σ (x − s)², where the shift s is close enough to the mean that the squares lose no digits.
 * Each thread's sums, 2 · channels, go to its room. Threads take rows.
 */
export function columnMoments(args: ColumnMomentsArguments, thread: i32, threads: i32): void {
  const x = args.x, shifts = args.shift, rows = args.rows, channels = args.channels;
  const sums = args.room + bytes(args.roomFloats) * (thread as usize);
  const first = share(rows, 1, thread, threads), last = share(rows, 1, thread + 1, threads);
  const row = bytes(channels);
  let c = 0;
  for (; c + 4 <= channels; c += 4) {
    const shift = v128.load(shifts + bytes(c));
    let t0 = f32x4.splat(0), t1 = t0;
    for (let from = first; from < last; from += 256) {
      const to = from + 256 < last ? from + 256 : last;
      let s0 = f32x4.splat(0), s1 = s0;
      let at = x + bytes(from * channels + c);
      for (let r = from; r < to; r++, at += row) {
        const v = f32x4.sub(v128.load(at), shift);
        s0 = f32x4.add(s0, v);
        s1 = f32x4.add(s1, f32x4.mul(v, v));
      }
      t0 = f32x4.add(t0, s0);
      t1 = f32x4.add(t1, s1);
    }
    v128.store(sums + bytes(c), t0);
    v128.store(sums + bytes(channels + c), t1);
  }
  for (; c < channels; c++) {
    const shift = load<f32>(shifts + bytes(c));
    let t0: f32 = 0, t1: f32 = 0;
    for (let from = first; from < last; from += 256) {
      const to = from + 256 < last ? from + 256 : last;
      let s0: f32 = 0, s1: f32 = 0;
      let at = x + bytes(from * channels + c);
      for (let r = from; r < to; r++, at += row) {
        const v = load<f32>(at) - shift;
        s0 += v;
        s1 += v * v;
      }
      t0 += s0;
      t1 += s1;
    }
    store<f32>(sums + bytes(c), t0);
    store<f32>(sums + bytes(channels + c), t1);
  }
}

/**
 * y = x · scale + offset along the last axis. Threads take rows.
 */
export function scaleChannels(args: ScaleChannelsArguments, thread: i32, threads: i32): void {
  const scale = args.scale, offset = args.offset, rows = args.rows, channels = args.channels;
  const first = share(rows, 1, thread, threads), last = share(rows, 1, thread + 1, threads);
  let x = args.x + bytes(first * channels), y = args.y + bytes(first * channels);
  for (let r = first; r < last; r++) {
    let c = 0;
    for (; c + 4 <= channels; c += 4, x += 16, y += 16)
      v128.store(y, f32x4.add(f32x4.mul(v128.load(x), v128.load(scale + bytes(c))), v128.load(offset + bytes(c))));
    for (; c < channels; c++, x += 4, y += 4) store<f32>(y, load<f32>(x) * load<f32>(scale + bytes(c)) + load<f32>(offset + bytes(c)));
  }
}

/**
 * Per channel Σ dy (dβ) and Σ dy · (x − mean) (dγ but for 1/√(variance + ε)).
 * Each thread's sums, 2 · channels, go to its room. Threads take rows.
 */
export function batchNormSums(args: BatchNormSumsArguments, thread: i32, threads: i32): void {
  const mean = args.mean, rows = args.rows, channels = args.channels;
  const sums = args.room + bytes(args.roomFloats) * (thread as usize);
  const first = share(rows, 1, thread, threads), last = share(rows, 1, thread + 1, threads);
  let x = args.x + bytes(first * channels), dy = args.dy + bytes(first * channels);
  zero(sums, 2 * channels);
  const products = sums + bytes(channels);
  for (let r = first; r < last; r++) {
    let c = 0;
    for (; c + 4 <= channels; c += 4, x += 16, dy += 16) {
      const at = bytes(c), g = v128.load(dy);
      v128.store(sums + at, f32x4.add(v128.load(sums + at), g));
      const product = f32x4.mul(g, f32x4.sub(v128.load(x), v128.load(mean + at)));
      v128.store(products + at, f32x4.add(v128.load(products + at), product));
    }
    for (; c < channels; c++, x += 4, dy += 4) {
      const at = bytes(c), g = load<f32>(dy);
      store<f32>(sums + at, load<f32>(sums + at) + g);
      store<f32>(products + at, load<f32>(products + at) + g * (load<f32>(x) - load<f32>(mean + at)));
    }
  }
}

/**
 * dx = a · dy + b · x + d along the last axis. Threads take rows.
 */
export function batchNormGradient(args: BatchNormGradientArguments, thread: i32, threads: i32): void {
  const a = args.a, b = args.b, d = args.d, rows = args.rows, channels = args.channels;
  const first = share(rows, 1, thread, threads), last = share(rows, 1, thread + 1, threads);
  const from = bytes(first * channels);
  let x = args.x + from, dy = args.dy + from, dx = args.dx + from;
  for (let r = first; r < last; r++) {
    let c = 0;
    for (; c + 4 <= channels; c += 4, x += 16, dy += 16, dx += 16) {
      const at = bytes(c);
      const linear = f32x4.add(f32x4.mul(v128.load(x), v128.load(b + at)), v128.load(d + at));
      v128.store(dx, f32x4.add(f32x4.mul(v128.load(dy), v128.load(a + at)), linear));
    }
    for (; c < channels; c++, x += 4, dy += 4, dx += 4) {
      const at = bytes(c);
      store<f32>(dx, load<f32>(dy) * load<f32>(a + at) + (load<f32>(x) * load<f32>(b + at) + load<f32>(d + at)));
    }
  }
}
