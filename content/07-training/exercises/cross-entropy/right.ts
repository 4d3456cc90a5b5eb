import * as tf from '@tensorflow/tfjs'

// #region by-tensors
function meanCrossEntropy(logits: number[][], labels: number[]) {
  const truth = tf.oneHot(labels, logits[0]!.length)
  return tf.losses.softmaxCrossEntropy(truth, tf.tensor2d(logits))
}
// #endregion

// #region asynchronous
async function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): Promise<number> {
  const z = tf.tensor2d(logits)
  const chosen = tf.oneHot(labels, logits[0]!.length).mul(z).sum(1)
  const losses = await z.logSumExp(1).sub(chosen).array()
  return (losses as number[]).reduce((a, b) => a + b) / logits.length
}
// #endregion

// #region in-a-list
function meanCrossEntropy(logits: number[][], labels: number[]) {
  const losses = new Float64Array(logits.length)
  for (const [i, row] of logits.entries()) {
    const right = row[labels[i]!]!
    const top = row.reduce((a, b) => (a > b ? a : b))
    let total = 0
    for (const score of row) total += Math.exp(score - top)
    losses[i] = Math.log(total) - (right - top)
  }
  return [losses.reduce((a, b) => a + b) / losses.length]
}
// #endregion
