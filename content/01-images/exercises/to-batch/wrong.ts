import * as tf from '@tensorflow/tfjs'

// #region no-batch
// says: A model wants a batch
const toBatch = (image: tf.Tensor3D) => image.div(255)
// #endregion

// #region no-scale
// says: Right shape, wrong scale
const toBatch = (image: tf.Tensor3D) => image.expandDims(0)
// #endregion

// #region cut-off
// says: what is below 1 was cut off
const toBatch = (image: tf.Tensor3D) =>
  image.expandDims(0).div(255).toInt()
// #endregion

// #region whole-division
// says: what is below 1 was cut off
const toBatch = (image: tf.Tensor3D) =>
  image.expandDims(0).div(tf.scalar(255, 'int32'))
// #endregion

// #region by-its-maximum
// says: brightest value of this picture
const toBatch = (image: tf.Tensor3D) =>
  image.div(image.max()).expandDims(0)
// #endregion

// #region upside-down
// says: the pixels are not in their places
const toBatch = (image: tf.Tensor3D) =>
  image.div(255).reverse(0).expandDims(0)
// #endregion

// #region constant
// says: the pixels are not in their places
const toBatch = (image: tf.Tensor3D) =>
  tf.fill([1, ...image.shape], (image.size - 1) / 255)
// #endregion

// #region transposed
// says: The shape is [1,7,5,1]
const toBatch = (image: tf.Tensor3D) =>
  (image.shape[0] === image.shape[1]
    ? image
    : image.transpose([1, 0, 2])
  )
    .div(255)
    .expandDims(0)
// #endregion

// #region minus-one
// says: This goes from −1 to 1
const toBatch = (image: tf.Tensor3D) =>
  image.div(127.5).sub(1).expandDims(0)
// #endregion

// #region list
// says: A list came
const toBatch = (image: tf.Tensor3D) => [image.div(255).arraySync()]
// #endregion

// #region batch-last
// says: The shape is [4,4,3,1]
const toBatch = (image: tf.Tensor3D) => image.div(255).expandDims(3)
// #endregion
