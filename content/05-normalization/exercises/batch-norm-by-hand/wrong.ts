import * as tf from '@tensorflow/tfjs'

// #region along-the-channels
// says: Your mean runs along the channels
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const { mean, variance } = tf.moments(x, -1, true)
  return x
    .sub(mean)
    .div(variance.add(epsilon).sqrt())
    .mul(gamma)
    .add(beta)
}
// #endregion

// #region epsilon-outside
// says: You divide by σ + ε
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  return x
    .sub(mean)
    .div(variance.sqrt().add(epsilon))
    .mul(gamma)
    .add(beta)
}
// #endregion

// #region per-pixel
// says: Each pixel has a mean of its own
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const { mean, variance } = tf.moments(x, 0)
  return x
    .sub(mean)
    .div(variance.add(epsilon).sqrt())
    .mul(gamma)
    .add(beta)
}
// #endregion

// #region not-scaled
// says: normalized but not yet scaled
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  return x.sub(mean).div(variance.add(epsilon).sqrt())
}
// #endregion

// #region no-epsilon
// says: ε is missing
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  return x.sub(mean).div(variance.sqrt()).mul(gamma).add(beta)
}
// #endregion

// #region by-the-variance
// says: You divide by the variance
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  return x.sub(mean).div(variance.add(epsilon)).mul(gamma).add(beta)
}
// #endregion

// #region one-less
// says: Your variance divides by n − 1
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  const n = x.size / gamma.size
  return x
    .sub(mean)
    .div(
      variance
        .mul(n / (n - 1))
        .add(epsilon)
        .sqrt(),
    )
    .mul(gamma)
    .add(beta)
}
// #endregion

// #region one-for-all
// says: one mean and one variance for all channels
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const { mean, variance } = tf.moments(x)
  return x
    .sub(mean)
    .div(variance.add(epsilon).sqrt())
    .mul(gamma)
    .add(beta)
}
// #endregion

// #region per-sample
// says: Each sample has a mean of its own
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = [...x.shape.keys()].slice(1, -1)
  const { mean, variance } =
    axes.length > 0
      ? tf.moments(x, axes, true)
      : { mean: x, variance: tf.zerosLike(x) }
  return x
    .sub(mean)
    .div(variance.add(epsilon).sqrt())
    .mul(gamma)
    .add(beta)
}
// #endregion

// #region shifted-first
// says: You shifted first
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  return x
    .sub(mean)
    .div(variance.add(epsilon).sqrt())
    .add(beta)
    .mul(gamma)
}
// #endregion

// #region no-beta
// says: γ is the factor
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  return x.sub(mean).div(variance.add(epsilon).sqrt()).mul(gamma)
}
// #endregion
