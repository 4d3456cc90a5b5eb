export {}

// #region overfitting-below
const diagnosis = {
  A: 'overfitting',
  B: 'sorted',
  C: 'healthy',
  D: 'rate too large',
  E: 'dropout',
  F: 'rate too small',
}
// #endregion

// #region small-for-large
const diagnosis = {
  A: 'dropout',
  B: 'sorted',
  C: 'healthy',
  D: 'rate too small',
  E: 'overfitting',
  F: 'rate too large',
}
// #endregion

// #region sorted-for-overfitting
const diagnosis = {
  A: 'dropout',
  B: 'overfitting',
  C: 'healthy',
  D: 'rate too large',
  E: 'sorted',
  F: 'rate too small',
}
// #endregion
