import * as tf from '@tensorflow/tfjs'

// #region mixes-channels
// says: You added the channels up
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
// says: the order is q·C + c
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
// says: There is one result per channel
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

// #region kernels-added
// says: The M kernels of a channel are added up
const depthwiseAt = (patch: number[][][], D: number[][][][]) =>
  tf.tensor3d(patch).expandDims(3).mul(tf.tensor4d(D)).sum([0, 1, 3])
// #endregion

// #region across
// says: Rows and columns of the window are exchanged
function depthwiseAt(patch: number[][][], D: number[][][][]) {
  const output: number[] = []
  for (let c = 0; c < D[0][0].length; c++)
    for (let q = 0; q < D[0][0][0].length; q++) {
      let sum = 0
      patch.forEach((row, m) =>
        row.forEach(
          (pixel, n) => (sum += patch[n][m][c] * D[m][n][c][q]),
        ),
      )
      output.push(sum)
    }
  return output
}
// #endregion

// #region products
// says: These are the single products
const depthwiseAt = (patch: number[][][], D: number[][][][]) =>
  tf.tensor3d(patch).expandDims(3).mul(tf.tensor4d(D))
// #endregion

// #region index-order
// says: reads an index that does not exist
function depthwiseAt(patch: number[][][], D: number[][][][]) {
  return D[0][0].flatMap((kernels, c) =>
    kernels.map((_, q) => {
      let sum = 0
      patch.forEach((row, m) =>
        row.forEach((pixel, n) => (sum += pixel[c] * D[c][q][m][n])),
      )
      return sum
    }),
  )
}
// #endregion
