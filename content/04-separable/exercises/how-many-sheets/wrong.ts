export {}

// #region counts-kernels
// says: You counted the kernels
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 2,
  'upright, level': 2,
  'upright, level, flipped upright, flipped level': 4,
  'identity, blur, outline': 3,
  'identity, blur, cross': 3,
}
// #endregion

// #region always-one
// says: With one sheet all kernels are multiples of it
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 1,
  'upright, level, flipped upright, flipped level': 1,
  'identity, blur, outline': 1,
  'identity, blur, cross': 1,
}
// #endregion

// #region nine
// says: Nine sheets can hold any
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 9,
  'upright, level, flipped upright, flipped level': 9,
  'identity, blur, outline': 9,
  'identity, blur, cross': 9,
}
// #endregion

// #region cross-is-a-mixture
// says: cross would have to be
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 2,
  'upright, level, flipped upright, flipped level': 2,
  'identity, blur, outline': 2,
  'identity, blur, cross': 2,
}
// #endregion

// #region one-too-many
// says: fewer would do
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 2,
  'upright, level, flipped upright, flipped level': 3,
  'identity, blur, outline': 2,
  'identity, blur, cross': 3,
}
// #endregion

// #region untouched
// says: Without a sheet there is no kernel
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 0,
  'upright, level': 0,
  'upright, level, flipped upright, flipped level': 0,
  'identity, blur, outline': 0,
  'identity, blur, cross': 0,
}
// #endregion

// #region half
// says: A whole number of sheets
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 1.5,
  'upright, level, flipped upright, flipped level': 2,
  'identity, blur, outline': 2,
  'identity, blur, cross': 3,
}
// #endregion
