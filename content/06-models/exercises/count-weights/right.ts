import * as tf from '@tensorflow/tfjs'

// #region numbers
const drawings = {
  sharedDense: 55,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 292,
  convAndNorm: 320,
}
// #endregion

// #region by-functions
const dense = (from: number, to: number) => from * to + to
const conv = (k: number, from: number, to: number) =>
  k ** 2 * from * to + to
const drawings = {
  sharedDense: dense(10, 5),
  residualBlock: [1, 2].reduce((sum) => sum + conv(3, 8, 8), 0),
  twoLanes: conv(1, 16, 4) + conv(3, 16, 4),
  gates: dense(32, 32 / 8) + dense(32 / 8, 32),
  convAndNorm: conv(3, 4, 8) - 8 + 4 * 8,
}
// #endregion

// #region built-and-asked
const ask = (inputShape: number[], ...layers: tf.layers.Layer[]) =>
  tf
    .sequential({
      layers: [tf.layers.inputLayer({ inputShape }), ...layers],
    })
    .countParams()
const conv = (filters: number, kernelSize: number, useBias = true) =>
  tf.layers.conv2d({ filters, kernelSize, padding: 'same', useBias })
const drawings = {
  sharedDense: ask([10], tf.layers.dense({ units: 5 })),
  residualBlock: ask([8, 8, 8], conv(8, 3), conv(8, 3)),
  twoLanes: ask([8, 8, 16], conv(4, 1)) + ask([8, 8, 16], conv(4, 3)),
  gates: ask(
    [32],
    tf.layers.dense({ units: 4 }),
    tf.layers.dense({ units: 32 }),
  ),
  convAndNorm: ask(
    [8, 8, 4],
    conv(8, 3, false),
    tf.layers.batchNormalization(),
  ),
}
// #endregion

// #region with-promises
const count = async (...numbers: number[]) =>
  numbers.reduce((sum, number) => sum + number)
const drawings = {
  sharedDense: count(50, 5),
  residualBlock: count(576, 8, 576, 8),
  twoLanes: count(64, 4, 576, 4),
  gates: count(128, 4, 128, 32),
  convAndNorm: count(288, 8, 8, 8, 8),
}
// #endregion
