export {}

// #region a-loop
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  let steps = 0
  for (let epoch = 0; epoch < epochs; epoch++)
    for (let first = 0; first < pictures; first += batchSize) steps++
  return steps
}
// #endregion

// #region remainder
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  const rest = pictures % batchSize
  const full = (pictures - rest) / batchSize
  return epochs * (rest > 0 ? full + 1 : full)
}
// #endregion

// #region whole-numbers
const countSteps = async (...[n, b, epochs]: number[]) =>
  Math.floor((n + b - 1) / b) * epochs
// #endregion

// #region a-tensor
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
) {
  return tf.scalar(pictures).div(batchSize).ceil().mul(epochs)
}
// #endregion
