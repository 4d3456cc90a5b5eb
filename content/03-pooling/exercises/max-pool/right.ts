import * as tf from '@tensorflow/tfjs'

// #region slices
function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i += s) {
    const row: number[] = []
    for (let j = 0; j + p <= map[0].length; j += s)
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

// #region tensorflow
const maxPool = (map: number[][], p: number, s: number) =>
  tf
    .maxPool(
      tf.tensor2d(map).expandDims(2) as tf.Tensor3D,
      p,
      s,
      'valid',
    )
    .squeeze([2])
// #endregion

// #region async-by-places
async function maxPool(map: number[][], p: number, s: number) {
  await tf.nextFrame()
  const rows = Math.floor((map.length - p) / s) + 1
  const columns = Math.floor((map[0].length - p) / s) + 1
  return Array.from({ length: rows }, (_, i) => {
    const row = new Float32Array(columns).fill(-Infinity)
    for (let m = 0; m < p; m++)
      for (let n = 0; n < p; n++)
        for (let j = 0; j < columns; j++)
          row[j] = Math.max(row[j], map[i * s + m][j * s + n])
    return row
  })
}
// #endregion
