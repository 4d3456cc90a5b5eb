import * as tf from '@tensorflow/tfjs'

// #region by-name
function samePadding(n: number, k: number, s: number) {
  const places = Math.ceil(n / s)
  const missing = Math.max((places - 1) * s + k - n, 0)
  return { after: missing - (missing >> 1), before: missing >> 1 }
}
// #endregion

// #region one-by-one
async function samePadding(n: number, k: number, s: number) {
  let [before, after] = [0, 0]
  const places = Math.floor((n + s - 1) / s)
  while (before + n + after < (places - 1) * s + k) {
    if (after > before) before += 1
    else after += 1
  }
  return [before, after]
}
// #endregion

// #region remainder
function samePadding(n: number, k: number, s: number) {
  const total =
    n % s === 0 ? Math.max(k - s, 0) : Math.max(k - (n % s), 0)
  return Int32Array.of(total / 2, (total + 1) / 2)
}
// #endregion

// #region tensor
function samePadding(n: number, k: number, s: number) {
  const total = Math.max(0, (Math.ceil(n / s) - 1) * s + k - n)
  return tf.tensor2d([[Math.floor(total / 2), Math.ceil(total / 2)]])
}
// #endregion
