export {}

// #region fires-on-grey
// says: The weights add up to 3.00
const brightAboveDark = [
  [1, 1, 1],
  [0, 0, 0],
  [0, 0, 0],
]
// #endregion

// #region upside-down
// says: turn the signs round
const brightAboveDark = [
  [-1, -1, -1],
  [0, 0, 0],
  [1, 1, 1],
]
// #endregion

// #region corner
// says: A vertical edge gives
const brightAboveDark = [
  [2, 0, 0],
  [0, 0, 0],
  [0, 0, -2],
]
// #endregion

// #region blind-to-the-ramp-only
// says: A vertical edge gives
const brightAboveDark = [
  [2, -2, 2],
  [0, 0, 0],
  [-1, 0, -1],
]
// #endregion

// #region upright
// says: rows above and below must have different weights
const brightAboveDark = [
  [1, 0, -1],
  [1, 0, -1],
  [1, 0, -1],
]
// #endregion

// #region outline
// says: rows above and below must have different weights
const brightAboveDark = [-1, -1, -1, -1, 8, -1, -1, -1, -1]
// #endregion

// #region turns-back
// says: without turning back
const brightAboveDark = [
  [3, 3, 3],
  [-4, -4, -4],
  [1, 1, 1],
]
// #endregion

// #region six-numbers
// says: Nine numbers are asked for
const brightAboveDark = [
  [1, 1, 1],
  [-1, -1, -1],
]
// #endregion
