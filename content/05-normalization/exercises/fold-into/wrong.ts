// #region wrong-1
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
  return [kernel.mul(factor), bias.mul(factor).add(beta)]
}
// #endregion

// #region wrong-2
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
  return [
    kernel.mul(factor.reshape([1, 1, -1, 1])),
    bias.sub(mean).mul(factor).add(beta),
  ]
}
// #endregion

// #region wrong-3
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
  return [kernel.mul(factor), beta.sub(mean.mul(factor))]
}
// #endregion
