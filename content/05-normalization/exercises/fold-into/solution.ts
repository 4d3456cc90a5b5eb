import * as tf from '@tensorflow/tfjs'

function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
): [tf.Tensor, tf.Tensor] {
  const factor = gamma.div(variance.add(epsilon).sqrt())
  return [kernel.mul(factor), bias.sub(mean).mul(factor).add(beta)]
}
