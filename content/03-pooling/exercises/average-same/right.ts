import * as tf from '@tensorflow/tfjs'

// #region tensorflow
const averageSame = (map: number[][], p: number) =>
  tf
    .avgPool(
      tf.tensor2d(map).expandDims(2) as tf.Tensor3D,
      p,
      1,
      'same',
    )
    .squeeze([2])
// #endregion

// #region sums-and-counts
async function averageSame(map: number[][], p: number) {
  const values = tf.tensor2d(map).expandDims(2) as tf.Tensor3D
  const box = tf.ones([p, p, 1, 1]) as tf.Tensor4D
  const sums = tf.conv2d(values, box, 1, 'same')
  const counts = tf.conv2d(tf.onesLike(values), box, 1, 'same')
  return sums.div(counts).reshape([map.length, map[0].length]).array()
}
// #endregion

// #region slices
function averageSame(map: number[][], p: number) {
  const reach = (p - 1) / 2
  return map.map((row, y) =>
    Float64Array.from(row, (_, x) => {
      const seen = map
        .slice(Math.max(0, y - reach), y + reach + 1)
        .flatMap((r) =>
          r.slice(Math.max(0, x - reach), x + reach + 1),
        )
      return seen.reduce((a, b) => a + b) / seen.length
    }),
  )
}
// #endregion
