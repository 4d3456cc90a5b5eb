export {}

// #region shared-twice
// says: you counted it twice
const drawings = {
  sharedDense: 110,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 292,
  convAndNorm: 320,
}
// #endregion

// #region no-biases-in-the-block
// says: the biases are missing: one per kernel
const drawings = {
  sharedDense: 55,
  residualBlock: 1152,
  twoLanes: 648,
  gates: 292,
  convAndNorm: 320,
}
// #endregion

// #region lane-behind-lane
// says: the 4 channels of the other lane
const drawings = {
  sharedDense: 55,
  residualBlock: 1168,
  twoLanes: 216,
  gates: 292,
  convAndNorm: 320,
}
// #endregion

// #region no-biases-in-the-gates
// says: too: C/r and C of them
const drawings = {
  sharedDense: 55,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 256,
  convAndNorm: 320,
}
// #endregion

// #region averages-forgotten
// says: the two moving averages count
const drawings = {
  sharedDense: 55,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 292,
  convAndNorm: 304,
}
// #endregion

// #region no-biases-at-all
// says: one per unit of the dense layer
const drawings = {
  sharedDense: 50,
  residualBlock: 1152,
  twoLanes: 640,
  gates: 256,
  convAndNorm: 320,
}
// #endregion

// #region one-bias-for-two-layers
// says: One of the two dense layers has its biases
const drawings = {
  sharedDense: 55,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 288,
  convAndNorm: 320,
}
// #endregion

// #region squeezed-to-r
// says: by how much is squeezed
const drawings = {
  sharedDense: 55,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 552,
  convAndNorm: 320,
}
// #endregion

// #region flat-kernels
// says: Your kernels are flat
const drawings = {
  sharedDense: 55,
  residualBlock: 2 * (9 * 8 + 8),
  twoLanes: 648,
  gates: 292,
  convAndNorm: 320,
}
// #endregion

// #region nothing-yet
// says: No number stands here yet
const drawings = {
  sharedDense: 0,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 292,
  convAndNorm: 320,
}
// #endregion
