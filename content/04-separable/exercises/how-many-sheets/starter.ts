export {}

// The smallest depth multiplier that can hold all kernels of a line.
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 0,
  'upright, level': 0,
  'upright, level, flipped upright, flipped level': 0,
  'identity, blur, outline': 0,
  'identity, blur, cross': 0,
}
