export {}

// #region transposed
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][] {
  const matrix = Array.from({ length: classes }, () =>
    Array<number>(classes).fill(0),
  )
  truth.forEach((t, i) => matrix[guess[i]][t]++)
  return matrix
}
// #endregion

// #region only-those-that-occur
function countConfusions(truth: number[], guess: number[]) {
  const present = [...new Set([...truth, ...guess])].sort()
  return present.map((t) =>
    present.map(
      (g) =>
        truth.filter((other, i) => other === t && guess[i] === g)
          .length,
    ),
  )
}
// #endregion

// #region one-row-for-all
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][] {
  const matrix = Array<number[]>(classes).fill(
    Array<number>(classes).fill(0),
  )
  truth.forEach((t, i) => matrix[t][guess[i]]++)
  return matrix
}
// #endregion

// #region shares
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][] {
  const matrix = Array.from({ length: classes }, () =>
    Array<number>(classes).fill(0),
  )
  truth.forEach((t, i) => matrix[t][guess[i]]++)
  return matrix.map((row) => {
    const sum = row.reduce((a, b) => a + b, 0) || 1
    return row.map((count) => count / sum)
  })
}
// #endregion
