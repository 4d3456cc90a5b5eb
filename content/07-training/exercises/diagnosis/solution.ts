export {}

const diagnosis = {
  A: 'dropout',
  B: 'sorted',
  C: 'healthy',
  D: 'rate too large',
  E: 'overfitting',
  F: 'rate too small',
}
