import * as tf from '@tensorflow/tfjs'

// #region no-relu
// says: and some of it is negative
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const alpha = tf.grad(score)(maps).mean([1, 2], true)
  return alpha.mul(maps).sum(3).squeeze([0])
}
// #endregion

// #region every-place-for-itself
// says: That is HiResCAM
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  return tf.grad(score)(maps).mul(maps).sum(3).relu().squeeze([0])
}
// #endregion

// #region only-the-gradient
// says: That is only the gradient
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  return tf.grad(score)(maps).sum(3).relu().squeeze([0])
}
// #endregion

// #region sum-for-mean
// says: Right up to a factor of h·w
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const alpha = tf.grad(score)(maps).sum([1, 2], true)
  return alpha.mul(maps).sum(3).relu().squeeze([0])
}
// #endregion

// #region largest-is-1
// says: on another scale
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const alpha = tf.grad(score)(maps).mean([1, 2], true)
  const heat = alpha.mul(maps).sum(3).relu().squeeze<tf.Tensor2D>([0])
  return heat.div(heat.max().add(1e-9))
}
// #endregion

// #region amounts
// says: relu(), not abs()
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const alpha = tf.grad(score)(maps).mean([1, 2], true)
  return alpha.mul(maps).sum(3).abs().squeeze([0])
}
// #endregion

// #region relu-too-early
// says: before they were added
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const alpha = tf.grad(score)(maps).mean([1, 2], true)
  return alpha.mul(maps).relu().sum(3).squeeze([0])
}
// #endregion

// #region only-the-maps
// says: All maps count alike here
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  return maps.mean(3).squeeze([0])
}
// #endregion

// #region mean-over-channels
// says: Right up to a factor of c
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const alpha = tf.grad(score)(maps).mean([1, 2], true)
  return alpha.mul(maps).mean(3).relu().squeeze([0])
}
// #endregion
