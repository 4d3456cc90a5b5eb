export {}

// #region one-too-many
function largestM(k: number, N: number) {
  return Math.ceil((k * k * N) / (k * k + N))
}
// #endregion

// #region not-rounded
function largestM(k: number, N: number) {
  return (k * k * N) / (k * k + N)
}
// #endregion

// #region depthwise-only
function largestM(k: number, N: number) {
  return N
}
// #endregion

// #region pointwise-only
function largestM(k: number, N: number) {
  return k * k
}
// #endregion
