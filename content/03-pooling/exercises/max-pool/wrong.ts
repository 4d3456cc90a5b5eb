export {}

// #region starts-at-zero
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i += s) {
    const row: number[] = []
    for (let j = 0; j + p <= map[0].length; j += s) {
      let largest = 0
      for (let m = 0; m < p; m++)
        for (let n = 0; n < p; n++)
          largest = Math.max(largest, map[i + m][j + n])
      row.push(largest)
    }
    output.push(row)
  }
  return output
}
// #endregion

// #region moves-by-one
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i++) {
    const row: number[] = []
    for (let j = 0; j + p <= map[0].length; j++)
      row.push(
        Math.max(
          ...map.slice(i, i + p).flatMap((r) => r.slice(j, j + p)),
        ),
      )
    output.push(row)
  }
  return output
}
// #endregion

// #region moves-by-p
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i += p) {
    const row: number[] = []
    for (let j = 0; j + p <= map[0].length; j += p)
      row.push(
        Math.max(
          ...map.slice(i, i + p).flatMap((r) => r.slice(j, j + p)),
        ),
      )
    output.push(row)
  }
  return output
}
// #endregion

// #region hangs-over
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i < map.length; i += s) {
    const row: number[] = []
    for (let j = 0; j < map[0].length; j += s)
      row.push(
        Math.max(
          ...map.slice(i, i + p).flatMap((r) => r.slice(j, j + p)),
        ),
      )
    output.push(row)
  }
  return output
}
// #endregion
