import * as tf from '@tensorflow/tfjs'

// #region covered-and-uncovered
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  const before = score(picture)
  const map = picture.map((row) => Array<number>(row.length).fill(0))
  const [rows, columns] = [picture.length, picture[0].length]
  for (let top = 0; top < rows; top += size)
    for (let left = 0; left < columns; left += size) {
      const kept = picture.map((row) => [...row])
      for (let y = top; y < top + size; y++)
        for (let x = left; x < left + size; x++) picture[y][x] = fill
      const drop = before - score(picture)
      for (let y = top; y < top + size; y++)
        for (let x = left; x < left + size; x++) {
          picture[y][x] = kept[y][x]
          map[y][x] = drop
        }
    }
  return map
}
// #endregion

// #region pixel-for-pixel
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  const whole = score(picture)
  return picture.map((row, y) =>
    row.map((_, x) => {
      const [top, left] = [y - (y % size), x - (x % size)]
      const hidden = picture.map((own) => own.slice())
      for (let i = top; i < top + size; i++)
        for (let j = left; j < left + size; j++) hidden[i][j] = fill
      return whole - score(hidden)
    }),
  )
}
// #endregion

// #region typed-and-asynchronous
async function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
) {
  const whole = await score(picture)
  const drops = picture.map((row) => new Float32Array(row.length))
  const tile = (n: number) => Math.floor(n / size)
  for (let y = 0; y < picture.length; y++)
    for (let x = 0; x < picture[0].length; x++) {
      const hidden = picture.map((row, i) =>
        Float64Array.from(row, (value, j) =>
          tile(i) === tile(y) && tile(j) === tile(x) ? fill : value,
        ),
      )
      drops[y][x] = whole - (await score(hidden as never))
    }
  return drops
}
// #endregion

// #region tensors
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
) {
  const image = tf.tensor2d(picture)
  const [rows, columns] = image.shape
  let map = tf.zerosLike(image)
  for (let top = 0; top < rows; top += size)
    for (let left = 0; left < columns; left += size) {
      const around: [number, number][] = [
        [top, rows - top - size],
        [left, columns - left - size],
      ]
      const mask = tf.ones<tf.Rank.R2>([size, size]).pad(around)
      const hidden = tf.where(mask.cast('bool'), fill, image)
      const drop = score(picture) - score(hidden.arraySync())
      map = map.add(mask.mul(drop))
    }
  return map
}
// #endregion
