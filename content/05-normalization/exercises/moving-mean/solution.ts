export {}

function movingMeanOf(m: number, batchMeans: number[]): number {
  let moving = 0
  for (const mean of batchMeans) moving = m * moving + (1 - m) * mean
  return moving
}
