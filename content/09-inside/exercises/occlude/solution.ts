export {}

function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  const whole = score(picture)
  const drops = picture.map((row) => row.map(() => 0))
  for (let top = 0; top < picture.length; top += size)
    for (let left = 0; left < picture[0].length; left += size) {
      const inside = (y: number, x: number) =>
        y >= top && y < top + size && x >= left && x < left + size
      const hidden = picture.map((row, y) =>
        row.map((value, x) => (inside(y, x) ? fill : value)),
      )
      const drop = whole - score(hidden)
      drops.forEach((row, y) =>
        row.forEach((_, x) => {
          if (inside(y, x)) row[x] = drop
        }),
      )
    }
  return drops
}
