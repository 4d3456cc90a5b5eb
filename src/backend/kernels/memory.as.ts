// What kernels share: a thread's part of the work, plain copies. Counts are in floats, of 4 bytes each; pointers are in bytes.

/** `count` floats in bytes. */
// @ts-ignore: decorator
@inline
export function bytes(count: i32): usize {
  return (count as usize) << 2;
}

// @ts-ignore: decorator
@inline
export function least(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

// @ts-ignore: decorator
@inline
export function most(a: i32, b: i32): i32 {
  return a > b ? a : b;
}

/** `a / b` rounded up. */
// @ts-ignore: decorator
@inline
export function parts(a: i32, b: i32): i32 {
  return (a + b - 1) / b;
}

/** Where thread `thread` of `threads` begins in `count` things that are given out in groups of `group`. Its end is the next one's begin. */
export function share(count: i32, group: i32, thread: i32, threads: i32): i32 {
  const groups = parts(count, group) as i64;
  return least(((groups * thread) / threads) as i32 * group, count);
}

export function zero(to: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4, to += 16) v128.store(to, f32x4.splat(0));
  for (; i < count; i++, to += 4) store<f32>(to, 0);
}

export function copy(to: usize, from: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4, to += 16, from += 16) v128.store(to, v128.load(from));
  for (; i < count; i++, to += 4, from += 4) store<f32>(to, load<f32>(from));
}
