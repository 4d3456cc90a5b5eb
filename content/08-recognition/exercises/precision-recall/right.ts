import * as tf from '@tensorflow/tfjs'

// #region named
function precisionRecall(matrix: number[][], k: number) {
  let [called, are] = [0, 0]
  for (let i = 0; i < matrix.length; i++) {
    called += matrix[i][k]
    are += matrix[k][i]
  }
  const share = (whole: number) =>
    whole > 0 ? matrix[k][k] / whole : 0
  return { recall: share(are), precision: share(called) }
}
// #endregion

// #region never-nan
const precisionRecall = async (matrix: number[][], k: number) => {
  const sum = (list: number[]) => list.reduce((a, b) => a + b, 0)
  const wholes = [matrix.map((row) => row[k]), matrix[k]].map(sum)
  return Float32Array.from(
    wholes,
    (whole) => matrix[k][k] / whole || 0,
  )
}
// #endregion

// #region tensors
function precisionRecall(matrix: number[][], k: number) {
  const counts = tf.tensor2d(matrix)
  const right = counts.gather(k).gather(k)
  const sums = tf.stack([
    counts.sum(0).gather(k),
    counts.sum(1).gather(k),
  ])
  return right.divNoNan(sums)
}
// #endregion
