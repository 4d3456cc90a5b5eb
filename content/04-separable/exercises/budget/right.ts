import * as tf from '@tensorflow/tfjs'

// #region search
function largestM(k: number, N: number) {
  let M = 0
  while (k * k * (M + 1) + (M + 1) * N <= k * k * N) M++
  return M
}
// #endregion

// #region with-channels
async function largestM(k: number, N: number) {
  const C = 12
  const plain = k ** 2 * C * N
  const each = k ** 2 * C + C * N
  return (plain - (plain % each)) / each
}
// #endregion

// #region tensor
const largestM = (k: number, N: number) =>
  tf
    .scalar(k * k * N, 'int32')
    .floorDiv(tf.scalar(k * k + N, 'int32'))
// #endregion
