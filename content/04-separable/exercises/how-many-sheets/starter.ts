export {}

// The smallest depth multiplier that can hold all kernels of a line.
//zh-cn 要容得下一行里所有的卷积核，深度乘数最小是几。
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 0,
  'upright, level': 0,
  'upright, level, flipped upright, flipped level': 0,
  'identity, blur, outline': 0,
  'identity, blur, cross': 0,
}
