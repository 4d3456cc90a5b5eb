import * as tf from '@tensorflow/tfjs'

// #region starts-at-zero
// says: A window full of negative numbers gave 0
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i += s) {
    const row: number[] = []
    for (let j = 0; j + p <= map[0].length; j += s)
      row.push(
        Math.max(
          0,
          ...map.slice(i, i + p).flatMap((r) => r.slice(j, j + p)),
        ),
      )
    output.push(row)
  }
  return output
}
// #endregion

// #region moves-by-one
// says: your window moves on by 1
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i += 1) {
    const row: number[] = []
    for (let j = 0; j + p <= map[0].length; j += 1)
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
// says: Your window moves on by its own size
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
// says: You have a window too many
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

// #region last-dropped
// says: The last window is missing
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p < map.length; i += s) {
    const row: number[] = []
    for (let j = 0; j + p < map[0].length; j += s)
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

// #region mean
// says: the mean of each window
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i += s) {
    const row: number[] = []
    for (let j = 0; j + p <= map[0].length; j += s)
      row.push(
        map
          .slice(i, i + p)
          .flatMap((r) => r.slice(j, j + p))
          .reduce((a, b) => a + b) /
          p ** 2,
      )
    output.push(row)
  }
  return output
}
// #endregion

// #region square-only
// says: You took the map for a square
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i += s) {
    const row: number[] = []
    for (let j = 0; j + p <= map.length; j += s)
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

// #region squeezed
// says: their shape is not
const maxPool = (map: number[][], p: number, s: number) =>
  tf
    .maxPool(
      tf.tensor2d(map).expandDims(2) as tf.Tensor3D,
      p,
      s,
      'valid',
    )
    .squeeze()
// #endregion

// #region out-of-bounds
// says: reads a row that does not exist
function maxPool(map: number[][], p: number, s: number) {
  return map.map((row, i) =>
    row.map((_, j) =>
      Math.max(map[i * s][j * s], map[i * s + p - 1][j * s]),
    ),
  )
}
// #endregion
