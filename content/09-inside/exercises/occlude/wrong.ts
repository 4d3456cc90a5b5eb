export {}

// #region upside-down
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
