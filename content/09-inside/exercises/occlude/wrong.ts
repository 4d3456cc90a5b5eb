import * as tf from '@tensorflow/tfjs'

// #region upside-down
// says: The sign is turned
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
      return score(hidden) - whole
    }),
  )
}
// #endregion

// #region only-the-corner
// says: at each tile’s corner
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  const whole = score(picture)
  return picture.map((row, y) =>
    row.map((_, x) => {
      if (y % size || x % size) return 0
      const hidden = picture.map((own) => own.slice())
      for (let i = y; i < y + size; i++)
        for (let j = x; j < x + size; j++) hidden[i][j] = fill
      return whole - score(hidden)
    }),
  )
}
// #endregion

// #region never-uncovered
// says: Is the first tile still hidden
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  const whole = score(picture)
  const hidden = picture.map((row) => row.slice())
  const drops = picture.map((row) => row.map(() => 0))
  for (let top = 0; top < picture.length; top += size)
    for (let left = 0; left < picture[0].length; left += size) {
      const tile: [number, number][] = []
      for (let i = top; i < top + size; i++)
        for (let j = left; j < left + size; j++) tile.push([i, j])
      for (const [i, j] of tile) hidden[i][j] = fill
      const drop = whole - score(hidden)
      for (const [i, j] of tile) drops[i][j] = drop
    }
  return drops
}
// #endregion

// #region score-itself
// says: You return the score that is left
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  return picture.map((row, y) =>
    row.map((_, x) => {
      const [top, left] = [y - (y % size), x - (x % size)]
      const hidden = picture.map((own) => own.slice())
      for (let i = top; i < top + size; i++)
        for (let j = left; j < left + size; j++) hidden[i][j] = fill
      return score(hidden)
    }),
  )
}
// #endregion

// #region a-share
// says: You divided the drop by the whole score
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
      return (whole - score(hidden)) / whole
    }),
  )
}
// #endregion

// #region one-number-per-tile
// says: That is one number per tile
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  const whole = score(picture)
  const drops: number[][] = []
  for (let top = 0; top < picture.length; top += size) {
    const row: number[] = []
    for (let left = 0; left < picture[0].length; left += size) {
      const hidden = picture.map((own) => own.slice())
      for (let i = top; i < top + size; i++)
        hidden[i].fill(fill, left, left + size)
      row.push(whole - score(hidden))
    }
    drops.push(row)
  }
  return drops
}
// #endregion

// #region black-cover
// says: You covered with 0
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
        for (let j = left; j < left + size; j++) hidden[i][j] = 0
      return whole - score(hidden)
    }),
  )
}
// #endregion

// #region never-negative
// says: A negative drop is an answer, too
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
      return Math.max(0, whole - score(hidden))
    }),
  )
}
// #endregion

// #region pixel-by-pixel
// says: You covered pixel by pixel
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  const whole = score(picture)
  return picture.map((row, y) =>
    row.map((_, x) => {
      const [top, left] = [y, x]
      const hidden = picture.map((own) => own.slice())
      for (let i = top; i < top + 1; i++)
        for (let j = left; j < left + 1; j++) hidden[i][j] = fill
      return whole - score(hidden)
    }),
  )
}
// #endregion
