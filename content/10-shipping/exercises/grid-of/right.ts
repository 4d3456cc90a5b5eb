import * as tf from '@tensorflow/tfjs'

// #region named
function gridOf(values: number[], bits: number) {
  let [low, high] = [0, 0]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const s = high === low ? 1 : (high - low) / (2 ** bits - 1)
  return { z: Math.floor(0.5 - low / s), s }
}
// #endregion

// #region sorted-and-asynchronous
const gridOf = async (values: number[], bits: number) => {
  const sorted = Float64Array.from([0, ...values]).sort()
  const [low, high] = [sorted[0], sorted.at(-1)!]
  const steps = (1 << bits) - 1
  const s = (high - low) / steps || 1
  return Float64Array.of(
    s,
    Math.round((steps * -low) / (high - low || 1)),
  )
}
// #endregion

// #region tensors
function gridOf(values: number[], bits: number) {
  const all = tf.tensor1d([0, ...values])
  const range = all.max().sub(all.min())
  const s = tf.where(range.greater(0), range.div(2 ** bits - 1), 1)
  return tf.stack([s, all.min().neg().div(s).round()])
}
// #endregion
