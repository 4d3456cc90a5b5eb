import * as tf from '@tensorflow/tfjs'

// #region counts-places
function outSize(n: number, k: number, s: number, d: number): number {
  let places = 0
  for (let left = 0; left + d * (k - 1) < n; left += s) places += 1
  return places
}
// #endregion

// #region async
async function outSize(n: number, k: number, s: number, d: number) {
  await Promise.resolve()
  return Math.ceil((n - d * (k - 1)) / s)
}
// #endregion

// #region tensor
const outSize = (n: number, k: number, s: number, d: number) =>
  tf
    .scalar(n - d * (k - 1) - 1)
    .div(s)
    .floor()
    .add(1)
// #endregion

// #region one-division
const outSize = (n: number, k: number, s: number, d: number) =>
  Math.trunc((n + s - d * k + d - 1) / s)
// #endregion
