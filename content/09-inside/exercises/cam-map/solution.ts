import * as tf from '@tensorflow/tfjs'

function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const slopes = tf.grad(score)(maps)
  const alpha = slopes.mean([1, 2], true)
  return alpha.mul(maps).sum(3).relu().squeeze([0])
}
