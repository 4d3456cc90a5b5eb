export {}

// How many parameters has a convolution of `filters` kernels, size ×
// size pixels, on a picture of height × width pixels and `channels`
// channels? Count the biases too.
//zh-cn 输入 height × width 像素、channels 个通道；卷积层有 filters 个
//zh-cn size × size 的卷积核。一共多少参数？偏置也要算。
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return 0
}
