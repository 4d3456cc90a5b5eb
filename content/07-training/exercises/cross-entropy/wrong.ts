export {}

// #region overflow
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
