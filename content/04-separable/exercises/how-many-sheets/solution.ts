export {}

const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 2,
  'upright, level, flipped upright, flipped level': 2,
  'identity, blur, outline': 2,
  'identity, blur, cross': 3,
}
