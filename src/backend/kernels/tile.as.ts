// The one inner loop of all convolutions and matrix products.

// @ts-ignore: decorator
@inline
function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/**
 * A tile of 4 rows and 8 columns: c[i][j] = start[j] + Σ a[i][k] · b[k][j], with k running over `outer` × `inner` places.
 *
 * 4 × 8 is what fits the 15 vector registers that V8 leaves: 8 sums, 2 of b, 1 of a, temporaries. Each of the 4 rows of a has its
 * own pointer, so a row may lie anywhere; after an inner step all of them move by `aStep` bytes, after an inner loop by `aSkip`
 * more. b moves by `bStep` and `bSkip`. Where `start` is 0, the sums continue from what c holds. With `relu`, negative sums become 0.
 *
 * Inlined: 17 arguments cost a tenth of a short product, and constants among them vanish.
 */
// @ts-ignore: decorator
@inline
export function tile(
  a0: usize, a1: usize, a2: usize, a3: usize, aStep: usize, aSkip: usize,
  b: usize, bStep: usize, bSkip: usize,
  outer: i32, inner: i32,
  c0: usize, c1: usize, c2: usize, c3: usize,
  start: usize, relu: i32,
): void {
  let s00: v128, s01: v128, s10: v128, s11: v128, s20: v128, s21: v128, s30: v128, s31: v128;
  if (start) {
    s00 = v128.load(start);
    s01 = v128.load(start, 16);
    s10 = s00; s11 = s01; s20 = s00; s21 = s01; s30 = s00; s31 = s01;
  } else {
    s00 = v128.load(c0); s01 = v128.load(c0, 16);
    s10 = v128.load(c1); s11 = v128.load(c1, 16);
    s20 = v128.load(c2); s21 = v128.load(c2, 16);
    s30 = v128.load(c3); s31 = v128.load(c3, 16);
  }
  for (; outer > 0; outer--) {
    for (let k = inner; k > 0; k--) {
      const b0 = v128.load(b), b1 = v128.load(b, 16);
      let a = v128.load32_splat(a0);
      s00 = multiplyAdd(a, b0, s00); s01 = multiplyAdd(a, b1, s01);
      a = v128.load32_splat(a1);
      s10 = multiplyAdd(a, b0, s10); s11 = multiplyAdd(a, b1, s11);
      a = v128.load32_splat(a2);
      s20 = multiplyAdd(a, b0, s20); s21 = multiplyAdd(a, b1, s21);
      a = v128.load32_splat(a3);
      s30 = multiplyAdd(a, b0, s30); s31 = multiplyAdd(a, b1, s31);
      a0 += aStep; a1 += aStep; a2 += aStep; a3 += aStep;
      b += bStep;
    }
    a0 += aSkip; a1 += aSkip; a2 += aSkip; a3 += aSkip;
    b += bSkip;
  }
  if (relu) {
    // pmax(v, 0) is `v < 0 ? 0 : v`: a NaN stays a NaN, so that a reader sees it.
    const none = f32x4.splat(0);
    s00 = f32x4.pmax(s00, none); s01 = f32x4.pmax(s01, none);
    s10 = f32x4.pmax(s10, none); s11 = f32x4.pmax(s11, none);
    s20 = f32x4.pmax(s20, none); s21 = f32x4.pmax(s21, none);
    s30 = f32x4.pmax(s30, none); s31 = f32x4.pmax(s31, none);
  }
  v128.store(c0, s00); v128.store(c0, s01, 16);
  v128.store(c1, s10); v128.store(c1, s11, 16);
  v128.store(c2, s20); v128.store(c2, s21, 16);
  v128.store(c3, s30); v128.store(c3, s31, 16);
}
