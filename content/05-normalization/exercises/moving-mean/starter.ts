export {}

// The moving mean after all these batches, with momentum m as in
// Keras. It starts at 0.
//zh-cn 过完这些批次之后的移动均值，动量 m 的含义同 Keras。
//zh-cn 从 0 开始。
function movingMeanOf(m: number, batchMeans: number[]): number {
  return 0
}
