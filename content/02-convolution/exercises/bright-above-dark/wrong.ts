export {}

// #region fires-on-grey
const brightAboveDark = [
  [1, 1, 1],
  [0, 0, 0],
  [0, 0, 0],
]
// #endregion

// #region upside-down
const brightAboveDark = [
  [-1, -1, -1],
  [0, 0, 0],
  [1, 1, 1],
]
// #endregion

// #region corner
const brightAboveDark = [
  [2, 0, 0],
  [0, 0, 0],
  [0, 0, -2],
]
// #endregion
