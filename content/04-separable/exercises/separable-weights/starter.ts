export {}

// Weights of the depthwise and the pointwise step together, no
// biases: kernel k, C input channels, depth multiplier M, N filters.
//zh-cn 深度卷积和逐点卷积两步的权重合计，不要偏置：
//zh-cn 卷积核 k，C 个输入通道，深度乘数 M，N 个滤波器。
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return 0
}
