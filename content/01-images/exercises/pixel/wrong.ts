import type * as tf from '@tensorflow/tfjs'

// #region row-and-column
function pixel(t: tf.Tensor3D, x: number, y: number): number[] {
  return t.slice([x, y], [1, 1]).reshape([3]).arraySync() as number[]
}
// #endregion

// #region scaled
function pixel(t: tf.Tensor3D, x: number, y: number): number[] {
  return t
    .slice([y, x], [1, 1])
    .div(255)
    .reshape([3])
    .arraySync() as number[]
}
// #endregion
