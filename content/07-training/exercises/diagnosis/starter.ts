export {}

// One word for each run: 'healthy', 'overfitting', 'rate too large', 'rate too small',
// 'dropout' or 'sorted'. Each of the six words occurs once.
const diagnosis = {
  A: '',
  B: '',
  C: '',
  D: '',
  E: '',
  F: '',
}
