export {}

// Nine numbers that answer with a positive number where it is bright above and dark below,
// with a negative one the other way round, and with 0 on plain grey and on vertical edges.
const brightAboveDark = [
  [0, 0, 0],
  [0, 1, 0],
  [0, 0, 0],
]
