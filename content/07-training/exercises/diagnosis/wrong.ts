export {}

// #region overfitting-below
// says: Overfitting puts the held-out loss above
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
// says: With too small a rate the loss falls slowly
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
// says: Overfitting begins well and then turns
const diagnosis = {
  A: 'dropout',
  B: 'overfitting',
  C: 'healthy',
  D: 'rate too large',
  E: 'sorted',
  F: 'rate too small',
}
// #endregion

// #region healthy-with-dropout
// says: Nearly: it learns well
const diagnosis = {
  A: 'healthy',
  B: 'sorted',
  C: 'dropout',
  D: 'rate too large',
  E: 'overfitting',
  F: 'rate too small',
}
// #endregion

// #region nothing-yet
// says: No word stands here yet
const diagnosis = {
  A: '',
  B: 'sorted',
  C: 'healthy',
  D: 'rate too large',
  E: 'overfitting',
  F: 'rate too small',
}
// #endregion

// #region another-word
// says: The words are: healthy
const diagnosis = {
  A: 'dropout',
  B: 'sorted',
  C: 'fine',
  D: 'rate too large',
  E: 'overfitting',
  F: 'rate too small',
}
// #endregion

// #region healthy-is-overfitting
// says: stays close above the training loss
const diagnosis = {
  A: 'dropout',
  B: 'sorted',
  C: 'overfitting',
  D: 'rate too large',
  E: 'healthy',
  F: 'rate too small',
}
// #endregion

// #region sorted-too-large
// says: hopeless from the first epoch on
const diagnosis = {
  A: 'dropout',
  B: 'rate too large',
  C: 'healthy',
  D: 'sorted',
  E: 'overfitting',
  F: 'rate too small',
}
// #endregion
