import * as tf from '@tensorflow/tfjs'

// #region by-name
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
  return {
    bias: beta.add(bias.sub(mean).mul(factor)),
    kernel: kernel.mul(factor),
  }
}
// #endregion

// #region async
async function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factors = await gamma
    .div(tf.sqrt(variance.add(epsilon)))
    .data()
  const [old, shift, center] = await Promise.all([
    bias.data(),
    beta.data(),
    mean.data(),
  ])
  const folded = (await kernel.data()).map(
    (weight, i) => weight * factors[i % factors.length],
  )
  return [
    tf.tensor(folded, kernel.shape),
    old.map((b, f) => shift[f] + (b - center[f]) * factors[f]),
  ]
}
// #endregion

// #region asks-the-layer
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const scale = (x: tf.Tensor) =>
    x.mul(gamma).mul(variance.add(epsilon).rsqrt())
  return [
    scale(kernel).arraySync(),
    scale(bias.sub(mean)).add(beta).expandDims(0),
  ]
}
// #endregion

// #region broadcast
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
) {
  const factor = gamma
    .div(variance.add(epsilon).sqrt())
    .reshape([1, 1, 1, -1])
  return [
    kernel.mul(factor),
    tf.tidy(() => bias.mul(factor).sub(mean.mul(factor)).add(beta)),
  ]
}
// #endregion
