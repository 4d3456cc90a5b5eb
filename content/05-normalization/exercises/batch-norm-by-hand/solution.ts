import * as tf from '@tensorflow/tfjs'

function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
): tf.Tensor {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  const hat = x.sub(mean).div(variance.add(epsilon).sqrt())
  return hat.mul(gamma).add(beta)
}
