export {}

function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  let sum = 0
  logits.forEach((row, i) => {
    const top = Math.max(...row)
    const powers = row.map((score) => Math.exp(score - top))
    const total = powers.reduce((a, b) => a + b)
    sum += Math.log(total) + top - row[labels[i]!]!
  })
  return sum / logits.length
}
