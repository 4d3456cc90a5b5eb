export {}

function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return Math.ceil(pictures / batchSize) * epochs
}
