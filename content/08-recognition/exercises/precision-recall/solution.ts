export {}

function precisionRecall(matrix: number[][], k: number): number[] {
  const right = matrix[k][k]
  const called = matrix.reduce((sum, row) => sum + row[k], 0)
  const are = matrix[k].reduce((sum, count) => sum + count, 0)
  return [called && right / called, are && right / are]
}
