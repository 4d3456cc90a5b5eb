import * as tf from '@tensorflow/tfjs'

// #region a-product-of-matrices
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const [, h, w, c] = maps.shape
  const alpha = tf.grad(score)(maps).mean([0, 1, 2])
  const sums = maps.reshape([h * w, c]).dot(alpha)
  return sums.relu().reshape([h, w])
}
// #endregion

// #region asynchronous
async function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): Promise<number[][]> {
  const slopes = tf.grad(score)(maps).mean([0, 1, 2])
  const alpha = await slopes.data()
  const [picture] = (await maps.array()) as number[][][][]
  return picture.map((row) =>
    row.map((place) =>
      Math.max(
        0,
        place.reduce((sum, value, c) => sum + value * alpha[c], 0),
      ),
    ),
  )
}
// #endregion

// #region with-the-batch-axis
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
) {
  const { grad } = tf.valueAndGrad(score)(maps)
  const alpha = tf.mean(grad, [1, 2]).reshape([1, 1, 1, -1])
  return tf.relu(tf.sum(tf.mul(maps, alpha), -1, true))
}
// #endregion

// #region a-1-by-1-convolution
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  const alpha = tf.grad(score)(maps).mean([0, 1, 2])
  const kernel = alpha.reshape<tf.Rank.R4>([1, 1, -1, 1])
  return tf.conv2d(maps, kernel, 1, 'valid').relu().squeeze()
}
// #endregion
