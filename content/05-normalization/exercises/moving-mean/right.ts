import * as tf from '@tensorflow/tfjs'

// #region reduce
function movingMeanOf(m: number, batchMeans: number[]) {
  return batchMeans.reduce(
    (moving, mean) => moving + (1 - m) * (mean - moving),
    0,
  )
}
// #endregion

// #region sum-of-powers
async function movingMeanOf(m: number, batchMeans: number[]) {
  let sum = 0
  for (const [t, mean] of batchMeans.entries())
    sum += (1 - m) * m ** (batchMeans.length - 1 - t) * mean
  return sum
}
// #endregion

// #region tensors
function movingMeanOf(m: number, batchMeans: number[]) {
  let moving = tf.scalar(0)
  batchMeans.forEach(
    (mean) => (moving = moving.mul(m).add((1 - m) * mean)),
  )
  return moving
}
// #endregion
