// #region wrong-1
function movingMeanOf(m: number, batchMeans: number[]): number {
  let moving = 0
  for (const mean of batchMeans) moving = (1 - m) * moving + m * mean
  return moving
}
// #endregion

// #region wrong-2
function movingMeanOf(m: number, batchMeans: number[]): number {
  let moving = batchMeans[0] ?? 0
  for (const mean of batchMeans.slice(1))
    moving = m * moving + (1 - m) * mean
  return moving
}
// #endregion

// #region wrong-3
function movingMeanOf(m: number, batchMeans: number[]): number {
  return (
    batchMeans.reduce((sum, mean) => sum + mean, 0) /
    batchMeans.length
  )
}
// #endregion
