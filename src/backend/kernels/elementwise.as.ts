import { arg, bytes, copy, pointer, share, zero } from './memory.as';

/**
 * y = x + bias along the last axis, then ReLU where `relu` is set. Arguments: x, bias, y, rows, channels, relu. Threads take rows.
 */
export function addBias(args: usize, thread: i32, threads: i32): void {
  const bias = pointer(args, 1), rows = arg(args, 3), channels = arg(args, 4), relu = arg(args, 5);
  const first = share(rows, 1, thread, threads), last = share(rows, 1, thread + 1, threads);
  let x = pointer(args, 0) + bytes(first * channels), y = pointer(args, 2) + bytes(first * channels);
  const none = f32x4.splat(0);
  for (let r = first; r < last; r++) {
    let c = 0;
    for (; c + 4 <= channels; c += 4, x += 16, y += 16) {
      const v = f32x4.add(v128.load(x), v128.load(bias + bytes(c)));
      v128.store(y, relu ? f32x4.pmax(v, none) : v);
    }
    for (; c < channels; c++, x += 4, y += 4) {
      const v = load<f32>(x) + load<f32>(bias + bytes(c));
      store<f32>(y, relu && v < 0 ? 0 : v);
    }
  }
}

/** y = a + b, or a alone where b is 0, then ReLU where `relu` is set. Arguments: a, b or 0, y, size, relu. Threads take stretches. */
export function addRelu(args: usize, thread: i32, threads: i32): void {
  const size = arg(args, 3), relu = arg(args, 4), first = share(size, 4, thread, threads);
  let a = pointer(args, 0) + bytes(first), b = pointer(args, 1) ? pointer(args, 1) + bytes(first) : 0, y = pointer(args, 2) + bytes(first);
  const none = f32x4.splat(0);
  let left = share(size, 4, thread + 1, threads) - first;
  for (; left >= 4; left -= 4, a += 16, y += 16) {
    let v = v128.load(a);
    if (b) { v = f32x4.add(v, v128.load(b)); b += 16; }
    v128.store(y, relu ? f32x4.pmax(v, none) : v);
  }
  for (; left > 0; left--, a += 4, y += 4) {
    let v = load<f32>(a);
    if (b) { v += load<f32>(b); b += 4; }
    store<f32>(y, relu && v < 0 ? 0 : v);
  }
}

/**
 * dx = dy where y > 0, else 0; with `sums` (channels floats a thread), also the sums of dx over all rows: the gradient of a bias.
 * Arguments: dy, y, dx, rows, channels, sums or 0, floats between the threads' sums. Threads take rows.
 */
export function reluGradient(args: usize, thread: i32, threads: i32): void {
  const rows = arg(args, 3), channels = arg(args, 4);
  const first = share(rows, 1, thread, threads), last = share(rows, 1, thread + 1, threads);
  const at = bytes(first * channels);
  let dy = pointer(args, 0) + at, y = pointer(args, 1) + at, dx = pointer(args, 2) + at;
  const sums = pointer(args, 5) ? pointer(args, 5) + bytes(arg(args, 6)) * (thread as usize) : 0;
  if (sums) zero(sums, channels);
  const none = f32x4.splat(0);
  for (let r = first; r < last; r++) {
    let c = 0;
    for (; c + 4 <= channels; c += 4, dy += 16, y += 16, dx += 16) {
      const v = v128.and(v128.load(dy), f32x4.gt(v128.load(y), none));
      v128.store(dx, v);
      if (sums) v128.store(sums + bytes(c), f32x4.add(v128.load(sums + bytes(c)), v));
    }
    for (; c < channels; c++, dy += 4, y += 4, dx += 4) {
      const v = load<f32>(y) > 0 ? load<f32>(dy) : 0;
      store<f32>(dx, v);
      if (sums) store<f32>(sums + bytes(c), load<f32>(sums + bytes(c)) + v);
    }
  }
}

/**
 * Sums over all rows but the last axis. Blocks of 256 rows are summed apart, which halves the digits lost to rounding.
 * Arguments: x, sums, floats between the threads' sums, rows, channels. Threads take rows.
 */
export function columnSums(args: usize, thread: i32, threads: i32): void {
  const x = pointer(args, 0), sums = pointer(args, 1) + bytes(arg(args, 2)) * (thread as usize), rows = arg(args, 3), channels = arg(args, 4);
  const first = share(rows, 1, thread, threads), last = share(rows, 1, thread + 1, threads);
  const row = bytes(channels);
  let c = 0;
  for (; c + 8 <= channels; c += 8) {
    let t0 = f32x4.splat(0), t1 = t0;
    for (let from = first; from < last; from += 256) {
      const to = from + 256 < last ? from + 256 : last;
      let s0 = f32x4.splat(0), s1 = s0;
      let at = x + bytes(from * channels + c);
      for (let r = from; r < to; r++, at += row) {
        s0 = f32x4.add(s0, v128.load(at));
        s1 = f32x4.add(s1, v128.load(at, 16));
      }
      t0 = f32x4.add(t0, s0);
      t1 = f32x4.add(t1, s1);
    }
    v128.store(sums + bytes(c), t0);
    v128.store(sums + bytes(c), t1, 16);
  }
  for (; c < channels; c++) {
    let total: f32 = 0;
    for (let from = first; from < last; from += 256) {
      const to = from + 256 < last ? from + 256 : last;
      let sum: f32 = 0;
      let at = x + bytes(from * channels + c);
      for (let r = from; r < to; r++, at += row) sum += load<f32>(at);
      total += sum;
    }
    store<f32>(sums + bytes(c), total);
  }
}

/** Whole rows by index, which the caller has checked. Arguments: x, indices, y, number of indices, floats a row. Threads take indices. */
export function gatherRows(args: usize, thread: i32, threads: i32): void {
  const x = pointer(args, 0), indices = pointer(args, 1), y = pointer(args, 2), count = arg(args, 3), row = arg(args, 4);
  const last = share(count, 1, thread + 1, threads);
  for (let i = share(count, 1, thread, threads); i < last; i++)
    copy(y + bytes(i * row), x + bytes(load<i32>(indices + bytes(i)) * row), row);
}

/**
 * y[s] = Σ of the rows i with segment[i] = s; a segment outside [0, segments) is left out.
 * Arguments: x, segments' ids, y, number of ids, floats a row, number of segments. Threads take columns.
 */
export function segmentSum(args: usize, thread: i32, threads: i32): void {
  const x = pointer(args, 0), ids = pointer(args, 1), y = pointer(args, 2), count = arg(args, 3), row = arg(args, 4), segments = arg(args, 5);
  const first = share(row, 4, thread, threads), width = share(row, 4, thread + 1, threads) - first;
  if (width == 0) return;
  for (let s = 0; s < segments; s++) zero(y + bytes(s * row + first), width);
  for (let i = 0; i < count; i++) {
    const s = load<i32>(ids + bytes(i));
    if (s < 0 || s >= segments) continue;
    let to = y + bytes(s * row + first), from = x + bytes(i * row + first);
    let c = 0;
    for (; c + 4 <= width; c += 4, to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    for (; c < width; c++, to += 4, from += 4) store<f32>(to, load<f32>(to) + load<f32>(from));
  }
}
