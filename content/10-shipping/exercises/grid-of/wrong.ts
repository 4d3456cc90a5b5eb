// #region wrong-1
function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(...values)
  const s = (Math.max(...values) - low) / (2 ** bits - 1) || 1
  return [s, Math.round(-low / s)]
}
// #endregion

// #region wrong-2
function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(0, ...values)
  const s = (Math.max(0, ...values) - low) / 2 ** bits
  return [s, Math.round(-low / s)]
}
// #endregion

// #region wrong-3
function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(0, ...values)
  const s = (Math.max(0, ...values) - low) / (2 ** bits - 1)
  return [s, Math.round(-low / s) + 0]
}
// #endregion
