import * as tf from '@tensorflow/tfjs'

// #region factored
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return C * M * (k * k + N)
}
// #endregion

// #region asks-the-layer
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  const layer = tf.layers.separableConv2d({
    inputShape: [32, 32, C],
    filters: N,
    kernelSize: k,
    depthMultiplier: M,
    useBias: false,
  })
  return tf.sequential({ layers: [layer] }).countParams()
}
// #endregion

// #region shapes
async function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return [
    [k, k, C, M],
    [1, 1, C * M, N],
  ]
    .map((shape) => shape.reduce((a, b) => a * b))
    .reduce((a, b) => a + b)
}
// #endregion
