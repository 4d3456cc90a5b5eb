import * as tf from '@tensorflow/tfjs'

// #region batch-first
const toBatch = (image: tf.Tensor3D) =>
  image.expandDims().toFloat().div(255)
// #endregion

// #region stack
const toBatch = (image: tf.Tensor3D) =>
  tf.stack([image.div(tf.scalar(255, 'float32'))])
// #endregion

// #region async-tidy
async function toBatch(image: tf.Tensor3D) {
  await image.data()
  return tf.tidy(() =>
    image.mul(1 / 255).reshape([1, ...image.shape]),
  )
}
// #endregion

// #region by-hand
function toBatch(image: tf.Tensor3D) {
  const rows = image
    .arraySync()
    .map((row) => row.map((pixel) => pixel.map((byte) => byte / 255)))
  return tf.tensor4d([rows])
}
// #endregion
