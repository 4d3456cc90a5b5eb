import * as tf from '@tensorflow/tfjs'

// #region by-its-own-definition
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][] {
  const places = [...Array(classes).keys()]
  return places.map((t) =>
    places.map(
      (g) =>
        truth.filter((own, i) => own === t && guess[i] === g).length,
    ),
  )
}
// #endregion

// #region typed-rows
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
) {
  const rows = Array.from(
    { length: classes },
    () => new Int32Array(classes),
  )
  for (let i = 0; i < truth.length; i++) rows[truth[i]][guess[i]] += 1
  return rows
}
// #endregion

// #region one-hot-product
async function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
) {
  if (truth.length === 0) return tf.zeros([classes, classes])
  const hot = (list: number[]) =>
    tf
      .oneHot(tf.tensor1d(list, 'int32'), classes)
      .toFloat() as tf.Tensor2D
  return hot(truth).matMul(hot(guess), true).array()
}
// #endregion

// #region by-the-library
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
) {
  if (!truth.length)
    return [...Array(classes)].map(() => Array(classes).fill(0))
  const list = (classes: number[]) => tf.tensor1d(classes, 'int32')
  return tf.math.confusionMatrix(list(truth), list(guess), classes)
}
// #endregion
