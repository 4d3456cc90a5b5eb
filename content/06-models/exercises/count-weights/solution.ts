export {}

const drawings = {
  sharedDense: 10 * 5 + 5,
  residualBlock: 2 * (9 * 8 * 8 + 8),
  twoLanes: 16 * 4 + 4 + (9 * 16 * 4 + 4),
  gates: 32 * 4 + 4 + (4 * 32 + 32),
  convAndNorm: 9 * 4 * 8 + 4 * 8,
}
