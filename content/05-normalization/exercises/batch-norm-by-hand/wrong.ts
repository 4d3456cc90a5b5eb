// #region wrong-1
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
): tf.Tensor {
  const { mean, variance } = tf.moments(x, -1, true)
  return x
    .sub(mean)
    .div(variance.add(epsilon).sqrt())
    .mul(gamma)
    .add(beta)
}
// #endregion

// #region wrong-2
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
): tf.Tensor {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  return x
    .sub(mean)
    .div(variance.sqrt().add(epsilon))
    .mul(gamma)
    .add(beta)
}
// #endregion

// #region wrong-3
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
): tf.Tensor {
  const { mean, variance } = tf.moments(x, 0)
  return x
    .sub(mean)
    .div(variance.add(epsilon).sqrt())
    .mul(gamma)
    .add(beta)
}
// #endregion

// #region wrong-4
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
): tf.Tensor {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  return x.sub(mean).div(variance.add(epsilon).sqrt())
}
// #endregion
