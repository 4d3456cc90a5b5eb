export {}

// Shrink all gradients by one factor, so that together they are at
// most `most` long. Each list is the gradient of one layer.
//zh-cn 所有梯度乘以同一个因子，使它们合在一起的长度不超过 most。
//zh-cn 每个列表是一层的梯度。
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  return gradients
}
