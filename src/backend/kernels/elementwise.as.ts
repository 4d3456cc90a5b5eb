import {
  AddBiasArguments, AddReluArguments, ColumnSumsArguments, GatherRowsArguments, ReluGradientArguments, SegmentSumArguments,
} from '../../../.generated/abi.as';
import { bytes, copy, share, zero } from './memory.as';

/**
 * y = x + bias along the last axis, then ReLU where `relu` is set. Threads take rows.
 */
export function addBias(args: AddBiasArguments, thread: i32, threads: i32): void {
  const bias = args.bias, rows = args.rows, channels = args.channels, relu = args.relu;
  const first = share(rows, 1, thread, threads), last = share(rows, 1, thread + 1, threads);
  let x = args.x + bytes(first * channels), y = args.y + bytes(first * channels);
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

/** y = a + b, or a alone where b is 0, then ReLU where `relu` is set. Threads take stretches. */
export function addRelu(args: AddReluArguments, thread: i32, threads: i32): void {
  const size = args.size, relu = args.relu, first = share(size, 4, thread, threads);
  let a = args.a + bytes(first), b = args.b ? args.b + bytes(first) : 0, y = args.y + bytes(first);
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
 * dx = dy where y > 0, else 0; with a room, also each thread's sums of dx over its rows: the gradient of a bias. Threads take rows.
 */
export function reluGradient(args: ReluGradientArguments, thread: i32, threads: i32): void {
  const rows = args.rows, channels = args.channels;
  const first = share(rows, 1, thread, threads), last = share(rows, 1, thread + 1, threads);
  const at = bytes(first * channels);
  let dy = args.dy + at, y = args.y + at, dx = args.dx + at;
  const sums = args.room ? args.room + bytes(args.roomFloats) * (thread as usize) : 0;
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
 * Each thread's sums over its rows, one a channel. Blocks of 256 rows are summed separately, which halves the digits lost to rounding.
 * Threads take rows.
 */
export function columnSums(args: ColumnSumsArguments, thread: i32, threads: i32): void {
  const x = args.x, sums = args.room + bytes(args.roomFloats) * (thread as usize), rows = args.rows, channels = args.channels;
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

/** `count` rows of `row` floats by index. The caller has checked the indices. Threads take indices. */
export function gatherRows(args: GatherRowsArguments, thread: i32, threads: i32): void {
  const x = args.x, indices = args.indices, y = args.y, count = args.count, row = args.row;
  const last = share(count, 1, thread + 1, threads);
  for (let i = share(count, 1, thread, threads); i < last; i++)
    copy(y + bytes(i * row), x + bytes(load<i32>(indices + bytes(i)) * row), row);
}

/**
 * y[s] = Σ of the rows i with segment[i] = s; a segment outside [0, segments) is left out.
 * Threads take columns.
 */
export function segmentSum(args: SegmentSumArguments, thread: i32, threads: i32): void {
  const x = args.x, ids = args.ids, y = args.y, count = args.count, row = args.row, segments = args.segments;
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
