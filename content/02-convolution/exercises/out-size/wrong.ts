export {}

// #region not-whole
// says: Half a window
function outSize(n: number, k: number, s: number, d: number): number {
  return (n - d * (k - 1) - 1) / s + 1
}
// #endregion

// #region no-first
// says: Count the first position too
function outSize(n: number, k: number, s: number, d: number): number {
  return Math.floor((n - d * (k - 1) - 1) / s)
}
// #endregion

// #region no-dilation
// says: With dilation the window reaches further
function outSize(n: number, k: number, s: number, d: number): number {
  return Math.floor((n - k) / s) + 1
}
// #endregion

// #region kernel-times-dilation
// says: The window is too wide
function outSize(n: number, k: number, s: number, d: number): number {
  return Math.floor((n - k * d) / s) + 1
}
// #endregion

// #region nearest
// says: Round down, not to the nearest
function outSize(n: number, k: number, s: number, d: number): number {
  return Math.round((n - d * (k - 1) - 1) / s) + 1
}
// #endregion

// #region distance-for-width
// says: one pixel wider than you took it
function outSize(n: number, k: number, s: number, d: number): number {
  return Math.floor((n - d * (k - 1)) / s) + 1
}
// #endregion

// #region same
// says: the size with 'same' padding
function outSize(n: number, k: number, s: number, d: number): number {
  return Math.ceil(n / s)
}
// #endregion

// #region no-stride
// says: moves on by 1
function outSize(n: number, k: number, s: number, d: number): number {
  return n - d * (k - 1)
}
// #endregion
