export {}

// #region swapped
function precisionRecall(matrix: number[][], k: number): number[] {
  const right = matrix[k][k]
  const called = matrix.reduce((sum, row) => sum + row[k], 0)
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  return [are && right / are, called && right / called]
}
// #endregion

// #region not-a-number
function precisionRecall(matrix: number[][], k: number): number[] {
  const right = matrix[k][k]
  const called = matrix.reduce((sum, row) => sum + row[k], 0)
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  return [right / called, right / are]
}
// #endregion

// #region without-the-right-ones
function precisionRecall(matrix: number[][], k: number): number[] {
  const right = matrix[k][k]
  const called = matrix.reduce((sum, row) => sum + row[k], 0)
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  const share = (rest: number) => (rest ? right / rest : 0)
  return [share(called - right), share(are - right)]
}
// #endregion

// #region of-all
function precisionRecall(matrix: number[][], k: number): number[] {
  const all = matrix.flat().reduce((sum, count) => sum + count, 0)
  return [matrix[k][k] / all, matrix[k][k] / all]
}
// #endregion
