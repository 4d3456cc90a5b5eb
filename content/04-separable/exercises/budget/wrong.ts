export {}

// #region one-too-many
// says: One too many
function largestM(k: number, N: number) {
  return Math.ceil((k * k * N) / (k * k + N))
}
// #endregion

// #region nearest
// says: One too many
function largestM(k: number, N: number) {
  return Math.round((k * k * N) / (k * k + N))
}
// #endregion

// #region not-rounded
// says: The bound is right
function largestM(k: number, N: number) {
  return (k * k * N) / (k * k + N)
}
// #endregion

// #region strictly-fewer
// says: One too few
function largestM(k: number, N: number) {
  return Math.ceil((k * k * N) / (k * k + N)) - 1
}
// #endregion

// #region depthwise-only
// says: You compared only the depthwise step
function largestM(k: number, N: number) {
  return N
}
// #endregion

// #region pointwise-only
// says: You compared only the pointwise step
function largestM(k: number, N: number) {
  return k * k
}
// #endregion

// #region not-square
// says: not k
function largestM(k: number, N: number) {
  return Math.floor((k * N) / (k + N))
}
// #endregion

// #region one-step-without
// says: counted without M
function largestM(k: number, N: number) {
  return Math.floor((k * k * N - N) / (k * k))
}
// #endregion
