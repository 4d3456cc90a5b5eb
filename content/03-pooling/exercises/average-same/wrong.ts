export {}

// #region counts-the-padding
// says: You divide by p² everywhere
function averageSame(map: number[][], p: number) {
  const reach = (p - 1) / 2
  return map.map((row, y) =>
    row.map((_, x) => {
      let [sum, count] = [0, 0]
      for (let i = y - reach; i <= y + reach; i++)
        for (let j = x - reach; j <= x + reach; j++) {
          const value = map[i]?.[j]
          if (value === undefined) continue
          sum += value
          count += 1
        }
      return count === 0 ? 0 : sum / (p * p)
    }),
  )
}
// #endregion

// #region only-inside
// says: Your output is smaller than the map
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
// says: Your window begins at the pixel
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

// #region too-wide
// says: Your window is too wide
function averageSame(map: number[][], p: number) {
  const reach = p
  return map.map((row, y) =>
    row.map((_, x) => {
      let [sum, count] = [0, 0]
      for (let i = y - reach; i <= y + reach; i++)
        for (let j = x - reach; j <= x + reach; j++) {
          const value = map[i]?.[j]
          if (value === undefined) continue
          sum += value
          count += 1
        }
      return sum / count
    }),
  )
}
// #endregion

// #region sum
// says: That is the sum of each window
function averageSame(map: number[][], p: number) {
  const reach = (p - 1) / 2
  return map.map((row, y) =>
    row.map((_, x) => {
      let [sum, count] = [0, 0]
      for (let i = y - reach; i <= y + reach; i++)
        for (let j = x - reach; j <= x + reach; j++) {
          const value = map[i]?.[j]
          if (value === undefined) continue
          sum += value
          count += 1
        }
      return sum
    }),
  )
}
// #endregion

// #region repeats-the-border
// says: use the nearest pixel again
function averageSame(map: number[][], p: number) {
  const reach = (p - 1) / 2
  return map.map((row, y) =>
    row.map((_, x) => {
      let [sum, count] = [0, 0]
      for (let i = y - reach; i <= y + reach; i++)
        for (let j = x - reach; j <= x + reach; j++) {
          const value =
            map[Math.min(Math.max(i, 0), map.length - 1)][
              Math.min(Math.max(j, 0), map[0].length - 1)
            ]
          if (value === undefined) continue
          sum += value
          count += 1
        }
      return sum / count
    }),
  )
}
// #endregion

// #region adds-undefined
// says: There is NaN
function averageSame(map: number[][], p: number) {
  const reach = (p - 1) / 2
  return map.map((row, y) =>
    row.map((_, x) => {
      let [sum, count] = [0, 0]
      for (let i = y - reach; i <= y + reach; i++)
        for (let j = x - reach; j <= x + reach; j++) {
          const value = map[i]?.[j] ?? NaN
          if (value === undefined) continue
          sum += value
          count += 1
        }
      return sum / count
    }),
  )
}
// #endregion

// #region out-of-bounds
// says: reads a row outside the map
function averageSame(map: number[][], p: number) {
  const reach = (p - 1) / 2
  return map.map((row, y) =>
    row.map((_, x) => {
      let [sum, count] = [0, 0]
      for (let i = y - reach; i <= y + reach; i++)
        for (let j = x - reach; j <= x + reach; j++) {
          const value = map[i][j]
          if (value === undefined) continue
          sum += value
          count += 1
        }
      return sum / count
    }),
  )
}
// #endregion
