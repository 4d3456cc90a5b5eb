export {}

// One word for each run: 'healthy', 'overfitting', 'rate too large',
// 'rate too small', 'dropout' or 'sorted'. Each of the six words
// occurs once.
//zh-cn 每次训练用一个词：'healthy'（正常）、'overfitting'（过拟合）、
//zh-cn 'rate too large'（学习率太大）、'rate too small'（太小）、
//zh-cn 'dropout' 或 'sorted'（没有打乱）。六个词各用一次。
const diagnosis = {
  A: '',
  B: '',
  C: '',
  D: '',
  E: '',
  F: '',
}
