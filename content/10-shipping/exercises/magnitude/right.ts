import * as tf from '@tensorflow/tfjs'

// #region one-after-the-other
function zeroSmallest(values: number[], p: number): number[] {
  const left = [...values]
  for (let n = 0; n < Math.floor(p * values.length); n++) {
    let smallest = -1
    left.forEach((value, i) => {
      if (value === 0) return
      if (smallest < 0 || Math.abs(value) <= Math.abs(left[smallest]))
        smallest = i
    })
    left[smallest] = 0
  }
  return left
}
// #endregion

// #region by-a-mask
function zeroSmallest(values: number[], p: number) {
  const weights = tf.tensor1d(values)
  const kept = values.length - Math.floor(p * values.length)
  if (kept === 0) return tf.zerosLike(weights)
  const { indices } = tf.topk(weights.abs(), kept)
  return tf.oneHot(indices, values.length).sum(0).mul(weights)
}
// #endregion

// #region in-place-and-typed
async function zeroSmallest(values: number[], p: number) {
  await tf.nextFrame()
  const places = [...values.keys()].sort(
    (a, b) => values[b] ** 2 - values[a] ** 2,
  )
  const count = Math.floor(p * values.length)
  for (const place of places.slice(values.length - count))
    values[place] *= 0
  return Float32Array.from(values)
}
// #endregion
