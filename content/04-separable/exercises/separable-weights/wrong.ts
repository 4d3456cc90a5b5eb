export {}

// #region pointwise-without-multiplier
// says: The first step is right
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * k * C * M + C * N
}
// #endregion

// #region depthwise-without-multiplier
// says: The second step is right
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * k * C + C * M * N
}
// #endregion

// #region no-multiplier
// says: M does not occur
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * k * C + C * N
}
// #endregion

// #region kernel-per-filter
// says: You counted one depthwise kernel per filter
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * k * N + C * M * N
}
// #endregion

// #region plain
// says: This is the plain convolution
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * k * C * N
}
// #endregion

// #region product
// says: You multiplied the two steps
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * k * C * M * (C * M * N)
}
// #endregion

// #region biases
// says: You counted biases too
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return (k * k + 1) * C * M + (C * M + 1) * N
}
// #endregion

// #region depthwise-only
// says: That is one of the two steps
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * k * C * M
}
// #endregion

// #region not-square
// says: A depthwise kernel has two sides
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * C * M + C * M * N
}
// #endregion
