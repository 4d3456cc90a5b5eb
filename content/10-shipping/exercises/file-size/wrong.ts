// #region wrong-1
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return (weights * (1 - zeros) * bits) / 8 + 5 * shape[3]
}
// #endregion

// #region wrong-2
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return Math.ceil((weights * bits) / 8)
}
// #endregion

// #region wrong-3
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return Math.ceil((weights * bits) / 8) + 5
}
// #endregion

// #region wrong-4
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return (weights * bits) / 8 + 5 * shape[3]
}
// #endregion
