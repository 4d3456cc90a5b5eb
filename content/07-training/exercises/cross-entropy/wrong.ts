import * as tf from '@tensorflow/tfjs'

// #region overflow
// says: exp(1000) is Infinity
function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  let sum = 0
  logits.forEach((row, i) => {
    const total = row.reduce((all, score) => all + Math.exp(score), 0)
    sum -= Math.log(Math.exp(row[labels[i]!]!) / total)
  })
  return sum / logits.length
}
// #endregion

// #region over-classes
// says: You divided by the number of classes
function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  let sum = 0
  logits.forEach((row, i) => {
    const top = Math.max(...row)
    const total = row.reduce(
      (all, score) => all + Math.exp(score - top),
      0,
    )
    sum += Math.log(total) + top - row[labels[i]!]!
  })
  return sum / logits.length / logits[0]!.length
}
// #endregion

// #region sum
// says: That is the sum of the losses
function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  let sum = 0
  logits.forEach((row, i) => {
    const top = Math.max(...row)
    const total = row.reduce(
      (all, score) => all + Math.exp(score - top),
      0,
    )
    sum += Math.log(total) + top - row[labels[i]!]!
  })
  return sum
}
// #endregion

// #region clipped
// says: A small number keeps your probability
function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  let sum = 0
  logits.forEach((row, i) => {
    const top = Math.max(...row)
    const total = row.reduce(
      (all, score) => all + Math.exp(score - top),
      0,
    )
    const p = Math.exp(row[labels[i]!]! - top) / total
    sum -= Math.log(Math.max(p, 1e-7))
  })
  return sum / logits.length
}
// #endregion

// #region in-bits
// says: Right, but in bits
function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  let sum = 0
  logits.forEach((row, i) => {
    const top = Math.max(...row)
    const total = row.reduce(
      (all, score) => all + Math.exp(score - top),
      0,
    )
    sum += Math.log2(total) + (top - row[labels[i]!]!) / Math.LN2
  })
  return sum / logits.length
}
// #endregion

// #region largest-for-the-truth
// says: You took the largest logit for the truth
function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  let sum = 0
  logits.forEach((row) => {
    const top = Math.max(...row)
    const total = row.reduce(
      (all, score) => all + Math.exp(score - top),
      0,
    )
    sum += Math.log(total)
  })
  return sum / logits.length
}
// #endregion

// #region underflow
// says: Somewhere a number became 0
function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  let sum = 0
  logits.forEach((row, i) => {
    const top = Math.max(...row)
    const total = row.reduce(
      (all, score) => all + Math.exp(score - top),
      0,
    )
    sum -= Math.log(Math.exp(row[labels[i]!]! - top) / total)
  })
  return sum / logits.length
}
// #endregion

// #region no-minus
// says: The sign is missing
function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  let sum = 0
  logits.forEach((row, i) => {
    const top = Math.max(...row)
    const total = row.reduce(
      (all, score) => all + Math.exp(score - top),
      0,
    )
    sum += row[labels[i]!]! - top - Math.log(total)
  })
  return sum / logits.length
}
// #endregion
