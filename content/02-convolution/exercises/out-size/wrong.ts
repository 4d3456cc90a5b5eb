export {}

// #region not-whole
function outSize(n: number, k: number, s: number, d: number): number {
  return (n - d * (k - 1) - 1) / s + 1
}
// #endregion

// #region no-first
function outSize(n: number, k: number, s: number, d: number): number {
  return Math.floor((n - d * (k - 1) - 1) / s)
}
// #endregion

// #region no-dilation
function outSize(n: number, k: number, s: number, d: number): number {
  return Math.floor((n - k) / s) + 1
}
// #endregion
