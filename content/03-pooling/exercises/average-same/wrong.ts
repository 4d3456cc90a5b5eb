export {}

// #region counts-the-padding
function averageSame(map: number[][], p: number) {
  const reach = (p - 1) / 2
  return map.map((row, y) =>
    row.map((_, x) => {
      let sum = 0
      for (let i = y - reach; i <= y + reach; i++)
        for (let j = x - reach; j <= x + reach; j++)
          sum += map[i]?.[j] ?? 0
      return sum / (p * p)
    }),
  )
}
// #endregion

// #region only-inside
function averageSame(map: number[][], p: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i++) {
    const row: number[] = []
    for (let j = 0; j + p <= map[0].length; j++) {
      const seen = map
        .slice(i, i + p)
        .flatMap((r) => r.slice(j, j + p))
      row.push(seen.reduce((a, b) => a + b) / seen.length)
    }
    output.push(row)
  }
  return output
}
// #endregion

// #region window-begins-here
function averageSame(map: number[][], p: number) {
  return map.map((row, y) =>
    row.map((_, x) => {
      const seen = map
        .slice(y, y + p)
        .flatMap((r) => r.slice(x, x + p))
      return seen.reduce((a, b) => a + b) / seen.length
    }),
  )
}
// #endregion
