export {}

// Nine numbers that answer with a positive number where it is bright
// above and dark below, with a negative one the other way round, and
// with 0 on plain grey and on vertical edges.
//zh-cn 九个数：上亮下暗的地方得正数，上暗下亮的地方得负数，
//zh-cn 纯灰的地方和竖直的边缘得 0。
const brightAboveDark = [
  [0, 0, 0],
  [0, 1, 0],
  [0, 0, 0],
]
