import * as tf from '@tensorflow/tfjs'

// #region async-numbers
async function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const values = await x.data()
  const [g, b] = [await gamma.data(), await beta.data()]
  const C = g.length
  const output = Float32Array.from(values)
  for (let c = 0; c < C; c++) {
    const own = values.filter((_, i) => i % C === c)
    const mean = own.reduce((a, v) => a + v) / own.length
    const variance =
      own.reduce((a, v) => a + (v - mean) ** 2, 0) / own.length
    own.forEach(
      (value, i) =>
        (output[i * C + c] =
          (g[c] * (value - mean)) / Math.sqrt(variance + epsilon) +
          b[c]),
    )
  }
  return output
}
// #endregion

// #region library
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = x.shape
    .map((_, axis) => axis)
    .filter((axis) => axis < x.rank - 1)
  const { mean, variance } = tf.moments(x, axes)
  return tf.batchNorm(
    x as tf.Tensor4D,
    mean as tf.Tensor1D,
    variance as tf.Tensor1D,
    beta as tf.Tensor1D,
    gamma as tf.Tensor1D,
    epsilon,
  )
}
// #endregion

// #region as-a-table
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const table = x.reshape([-1, gamma.size])
  const mean = table.mean(0)
  const variance = table.sub(mean).square().mean(0)
  return table
    .sub(mean)
    .mul(gamma)
    .div(variance.add(epsilon).sqrt())
    .add(beta)
    .reshape(x.shape)
    .arraySync()
}
// #endregion

// #region rsqrt
function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
) {
  const axes = [...x.shape.keys()].slice(0, -1)
  const { mean, variance } = tf.moments(x, axes)
  const scale = gamma.mul(variance.add(epsilon).rsqrt())
  return x.mul(scale).add(beta.sub(mean.mul(scale)))
}
// #endregion
