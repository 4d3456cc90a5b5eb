import * as tf from '@tensorflow/tfjs'

// #region no-relu
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const alpha = tf.grad(score)(maps).mean([1, 2], true)
  return alpha.mul(maps).sum(3).squeeze([0])
}
// #endregion

// #region every-place-for-itself
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  return tf.grad(score)(maps).mul(maps).sum(3).relu().squeeze([0])
}
// #endregion

// #region only-the-gradient
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  return tf.grad(score)(maps).sum(3).relu().squeeze([0])
}
// #endregion

// #region sum-for-mean
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const alpha = tf.grad(score)(maps).sum([1, 2], true)
  return alpha.mul(maps).sum(3).relu().squeeze([0])
}
// #endregion
