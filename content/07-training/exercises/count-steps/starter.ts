export {}

// How many steps does a training take in all?
//zh-cn 整个训练一共多少步？
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return pictures
}
