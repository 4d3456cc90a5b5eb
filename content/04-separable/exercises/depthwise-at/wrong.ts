export {}

// #region mixes-channels
function depthwiseAt(patch: number[][][], D: number[][][][]) {
  return D[0][0][0].map((_, q) => {
    let sum = 0
    patch.forEach((row, m) =>
      row.forEach((pixel, n) =>
        pixel.forEach((value, c) => (sum += value * D[m][n][c][q])),
      ),
    )
    return sum
  })
}
// #endregion

// #region order
function depthwiseAt(patch: number[][][], D: number[][][][]) {
  const output: number[] = []
  for (let q = 0; q < D[0][0][0].length; q++)
    for (let c = 0; c < D[0][0].length; c++) {
      let sum = 0
      patch.forEach((row, m) =>
        row.forEach((pixel, n) => (sum += pixel[c] * D[m][n][c][q])),
      )
      output.push(sum)
    }
  return output
}
// #endregion

// #region first-kernel-only
function depthwiseAt(patch: number[][][], D: number[][][][]) {
  return D[0][0].map((_, c) => {
    let sum = 0
    patch.forEach((row, m) =>
      row.forEach((pixel, n) => (sum += pixel[c] * D[m][n][c][0])),
    )
    return sum
  })
}
// #endregion
