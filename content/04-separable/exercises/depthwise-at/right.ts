import * as tf from '@tensorflow/tfjs'

// #region broadcast
const depthwiseAt = (patch: number[][][], D: number[][][][]) =>
  tf.tensor3d(patch).expandDims(3).mul(tf.tensor4d(D)).sum([0, 1])
// #endregion

// #region nested
const depthwiseAt = (patch: number[][][], D: number[][][][]) =>
  D[0][0].map((kernels, c) =>
    kernels.map((_, q) => {
      let sum = 0
      for (const [m, row] of patch.entries())
        for (const [n, pixel] of row.entries())
          sum += pixel[c] * D[m][n][c][q]
      return sum
    }),
  )
// #endregion

// #region asks-the-layer
async function depthwiseAt(patch: number[][][], D: number[][][][]) {
  const input = tf.tensor3d(patch).expandDims(0) as tf.Tensor4D
  return tf.depthwiseConv2d(input, tf.tensor4d(D), 1, 'valid').data()
}
// #endregion

// #region places-first
function depthwiseAt(patch: number[][][], D: number[][][][]) {
  const [C, M] = [D[0][0].length, D[0][0][0].length]
  const output = new Float32Array(C * M)
  patch.forEach((row, m) =>
    row.forEach((pixel, n) =>
      pixel.forEach((value, c) => {
        for (let q = 0; q < M; q++)
          output[c * M + q] += value * D[m][n][c][q]
      }),
    ),
  )
  return output
}
// #endregion

// #region einsum
const depthwiseAt = (patch: number[][][], D: number[][][][]) =>
  tf.einsum('mnc,mncq->cq', tf.tensor3d(patch), tf.tensor4d(D))
// #endregion
