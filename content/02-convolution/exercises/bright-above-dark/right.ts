import * as tf from '@tensorflow/tfjs'

// #region sobel-in-one-list
const brightAboveDark = [1, 2, 1, 0, 0, 0, -1, -2, -1]
// #endregion

// #region tensor
const brightAboveDark = tf.tensor2d([
  [1, 1, 1],
  [0, 0, 0],
  [-1, -1, -1],
])
// #endregion

// #region typed
const brightAboveDark = new Float32Array([
  0, 0.1, 0, 0, 0, 0, 0, -0.1, 0,
])
// #endregion

// #region neighbouring-rows
const brightAboveDark = [
  [0, 0, 0],
  [1, 1, 1],
  [-1, -1, -1],
]
// #endregion

// #region later
const brightAboveDark = Promise.resolve([
  3, 10, 3, 0, 0, 0, -3, -10, -3,
])
// #endregion
