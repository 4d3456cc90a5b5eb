export {}

// #region another-order
const diagnosis = {
  F: 'rate too small',
  E: 'overfitting',
  D: 'rate too large',
  C: 'healthy',
  B: 'sorted',
  A: 'dropout',
}
// #endregion

// #region capitals-and-hyphens
const diagnosis = {
  A: 'Dropout',
  B: 'Sorted',
  C: 'Healthy',
  D: 'rate-too-large',
  E: 'Overfitting ',
  F: 'RATE TOO SMALL',
}
// #endregion

// #region by-runs-of-words
const found = {
  healthy: 'C',
  overfitting: 'E',
  'rate too large': 'D',
  'rate too small': 'F',
  dropout: 'A',
  sorted: 'B',
}
const diagnosis = Object.fromEntries(
  Object.entries(found).map(([word, run]) => [run, word]),
)
// #endregion
