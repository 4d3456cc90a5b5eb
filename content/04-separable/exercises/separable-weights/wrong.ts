export {}

// #region pointwise-without-multiplier
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * k * C * M + C * N
}
// #endregion

// #region kernel-per-filter
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
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return k * k * C * M * (C * M * N)
}
// #endregion
