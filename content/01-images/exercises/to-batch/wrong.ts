import type * as tf from '@tensorflow/tfjs'

// #region no-batch
function toBatch(image: tf.Tensor3D): tf.Tensor {
  return image.div(255)
}
// #endregion

// #region no-scale
function toBatch(image: tf.Tensor3D): tf.Tensor {
  return image.expandDims(0)
}
// #endregion

// #region cut-off
function toBatch(image: tf.Tensor3D): tf.Tensor {
  return image.expandDims(0).div(255).toInt()
}
// #endregion
