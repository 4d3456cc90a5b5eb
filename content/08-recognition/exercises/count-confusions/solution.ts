export {}

function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][] {
  const matrix = Array.from({ length: classes }, () =>
    Array<number>(classes).fill(0),
  )
  truth.forEach((t, i) => matrix[t][guess[i]]++)
  return matrix
}
