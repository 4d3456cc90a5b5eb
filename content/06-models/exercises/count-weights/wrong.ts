// #region wrong-1
const drawings = {
  sharedDense: 110,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 292,
  convAndNorm: 320,
}
// #endregion

// #region wrong-2
const drawings = {
  sharedDense: 55,
  residualBlock: 1152,
  twoLanes: 648,
  gates: 292,
  convAndNorm: 320,
}
// #endregion

// #region wrong-3
const drawings = {
  sharedDense: 55,
  residualBlock: 1168,
  twoLanes: 216,
  gates: 292,
  convAndNorm: 320,
}
// #endregion

// #region wrong-4
const drawings = {
  sharedDense: 55,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 256,
  convAndNorm: 320,
}
// #endregion

// #region wrong-5
const drawings = {
  sharedDense: 55,
  residualBlock: 1168,
  twoLanes: 648,
  gates: 292,
  convAndNorm: 304,
}
// #endregion
