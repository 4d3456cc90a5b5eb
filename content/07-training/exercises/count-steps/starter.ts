export {}

// How many steps does a training take in all?
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return pictures
}
