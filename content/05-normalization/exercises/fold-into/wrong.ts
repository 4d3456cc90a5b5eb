import * as tf from '@tensorflow/tfjs'

// #region forgets-the-mean
// says: the bias forgets μ
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = gamma.div(variance.add(epsilon).sqrt())
  return [kernel.mul(factor), bias.mul(factor).add(beta)]
}
// #endregion

// #region input-channels
// says: You scaled the input channels
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = gamma.div(variance.add(epsilon).sqrt())
  return [
    kernel.mul(factor.reshape([1, 1, -1, 1])),
    bias.sub(mean).mul(factor).add(beta),
  ]
}
// #endregion

// #region forgets-the-old-bias
// says: the bias forgets the old bias
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = gamma.div(variance.add(epsilon).sqrt())
  return [kernel.mul(factor), beta.sub(mean.mul(factor))]
}
// #endregion

// #region bias-not-scaled
// says: Right slope, wrong offset
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = gamma.div(variance.add(epsilon).sqrt())
  return [kernel.mul(factor), bias.add(beta).sub(mean.mul(factor))]
}
// #endregion

// #region no-epsilon
// says: ε is missing
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = gamma.div(variance.sqrt())
  return [kernel.mul(factor), bias.sub(mean).mul(factor).add(beta)]
}
// #endregion

// #region epsilon-outside
// says: ε belongs inside the root
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = gamma.div(variance.sqrt().add(epsilon))
  return [kernel.mul(factor), bias.sub(mean).mul(factor).add(beta)]
}
// #endregion

// #region no-root
// says: You divided by the variance
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = gamma.div(variance.add(epsilon))
  return [kernel.mul(factor), bias.sub(mean).mul(factor).add(beta)]
}
// #endregion

// #region no-gamma
// says: γ is missing in the factor
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = variance.add(epsilon).rsqrt()
  return [kernel.mul(factor), bias.sub(mean).mul(factor).add(beta)]
}
// #endregion

// #region other-way-round
// says: The order is
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = gamma.div(variance.add(epsilon).sqrt())
  return [bias.sub(mean).mul(factor).add(beta), kernel.mul(factor)]
}
// #endregion
