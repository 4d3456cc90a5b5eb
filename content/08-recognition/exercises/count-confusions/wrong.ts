import * as tf from '@tensorflow/tfjs'

// #region transposed
// says: Rows and columns are swapped
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
// says: A class that never occurs is missing
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
// says: All rows are the same
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
// says: These are shares of a row
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

// #region only-the-right-ones
// says: Only the right answers are counted
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][] {
  const matrix = Array.from({ length: classes }, () =>
    Array<number>(classes).fill(0),
  )
  truth.forEach((t, i) => {
    if (t === guess[i]) matrix[t][t]++
  })
  return matrix
}
// #endregion

// #region marked-not-counted
// says: you note that a confusion occurs
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][] {
  const matrix = Array.from({ length: classes }, () =>
    Array<number>(classes).fill(0),
  )
  truth.forEach((t, i) => (matrix[t][guess[i]] = 1))
  return matrix
}
// #endregion
