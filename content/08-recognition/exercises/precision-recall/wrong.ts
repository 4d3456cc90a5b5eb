import * as tf from '@tensorflow/tfjs'

// #region swapped
// says: The two are swapped
function precisionRecall(matrix: number[][], k: number): number[] {
  const right = matrix[k][k]
  const called = matrix.reduce((sum, row) => sum + row[k], 0)
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  return [are && right / are, called && right / called]
}
// #endregion

// #region not-a-number
// says: NaN is 0 / 0
function precisionRecall(matrix: number[][], k: number): number[] {
  const right = matrix[k][k]
  const called = matrix.reduce((sum, row) => sum + row[k], 0)
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  return [right / called, right / are]
}
// #endregion

// #region without-the-right-ones
// says: You divided by the wrong ones only
function precisionRecall(matrix: number[][], k: number): number[] {
  const right = matrix[k][k]
  const called = matrix.reduce((sum, row) => sum + row[k], 0)
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  const share = (rest: number) => (rest ? right / rest : 0)
  return [share(called - right), share(are - right)]
}
// #endregion

// #region of-all
// says: You divided by all pictures
function precisionRecall(matrix: number[][], k: number): number[] {
  const all = matrix.flat().reduce((sum, count) => sum + count, 0)
  return [matrix[k][k] / all, matrix[k][k] / all]
}
// #endregion

// #region percent
// says: These are percent
function precisionRecall(matrix: number[][], k: number): number[] {
  const right = matrix[k][k]
  const called = matrix.reduce((sum, row) => sum + row[k], 0)
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  return [
    called && (100 * right) / called,
    are && (100 * right) / are,
  ]
}
// #endregion

// #region row-twice
// says: Both are the recall
function precisionRecall(matrix: number[][], k: number): number[] {
  const right = matrix[k][k]
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  return [are && right / are, are && right / are]
}
// #endregion

// #region one-score
// says: That is the F1 score
function precisionRecall(matrix: number[][], k: number): number {
  const right = matrix[k][k]
  const called = matrix.reduce((sum, row) => sum + row[k], 0)
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  const [p, r] = [called && right / called, are && right / are]
  return p + r ? (2 * p * r) / (p + r) : 0
}
// #endregion
