export {}

// #region counts-kernels
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 2,
  'upright, level': 2,
  'upright, level, flipped upright, flipped level': 4,
  'identity, blur, outline': 3,
  'identity, blur, cross': 3,
}
// #endregion

// #region always-one
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 1,
  'upright, level, flipped upright, flipped level': 1,
  'identity, blur, outline': 1,
  'identity, blur, cross': 1,
}
// #endregion

// #region nine
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 9,
  'upright, level, flipped upright, flipped level': 9,
  'identity, blur, outline': 9,
  'identity, blur, cross': 9,
}
// #endregion

// #region cross-is-a-mixture
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 2,
  'upright, level, flipped upright, flipped level': 2,
  'identity, blur, outline': 2,
  'identity, blur, cross': 2,
}
// #endregion
