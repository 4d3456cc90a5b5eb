export {}

// #region swapped
// says: The two weights are swapped
function movingMeanOf(m: number, batchMeans: number[]) {
  let moving = 0
  for (const mean of batchMeans) moving = (1 - m) * moving + m * mean
  return moving
}
// #endregion

// #region from-the-first
// says: Yours begins at the first batch
function movingMeanOf(m: number, batchMeans: number[]) {
  let moving = batchMeans[0] ?? 0
  for (const mean of batchMeans.slice(1))
    moving = m * moving + (1 - m) * mean
  return moving
}
// #endregion

// #region plain-average
// says: the plain average of all batches
function movingMeanOf(m: number, batchMeans: number[]) {
  return (
    batchMeans.reduce((sum, mean) => sum + mean, 0) /
    batchMeans.length
  )
}
// #endregion

// #region corrected
// says: You divided by 1 − mᵗ
function movingMeanOf(m: number, batchMeans: number[]) {
  let moving = 0
  for (const mean of batchMeans) moving = m * moving + (1 - m) * mean
  return moving / (1 - m ** batchMeans.length)
}
// #endregion

// #region from-one
// says: Yours begins at 1
function movingMeanOf(m: number, batchMeans: number[]) {
  let moving = 1
  for (const mean of batchMeans) moving = m * moving + (1 - m) * mean
  return moving
}
// #endregion

// #region full-weight
// says: The new value has full weight
function movingMeanOf(m: number, batchMeans: number[]) {
  let moving = 0
  for (const mean of batchMeans) moving = m * moving + mean
  return moving
}
// #endregion

// #region last-only
// says: Only the last batch is left
function movingMeanOf(m: number, batchMeans: number[]) {
  let moving = 0
  for (const mean of batchMeans) {
    const old = 0
    moving = m * old + (1 - m) * mean
  }
  return moving
}
// #endregion

// #region whole-way
// says: This is the whole way
function movingMeanOf(m: number, batchMeans: number[]) {
  let moving = 0
  return batchMeans.map(
    (mean) => (moving = m * moving + (1 - m) * mean),
  )
}
// #endregion
