export {}

// #region table
const sheetsNeeded: Record<string, number> = {
  'upright, flipped upright': 1,
  'upright, level': 2,
  'upright, level, flipped upright, flipped level': 2,
  'identity, blur, outline': 2,
  'identity, blur, cross': 'flipped'.length - 4,
}
// #endregion

// #region computed
const bank: Record<string, number[]> = {
  identity: [0, 0, 0, 0, 1, 0, 0, 0, 0],
  blur: Array<number>(9).fill(1 / 9),
  upright: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  level: [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  outline: [-1, -1, -1, -1, 8, -1, -1, -1, -1],
  cross: [0, -1, 0, -1, 4, -1, 0, -1, 0],
}
/** The rank of the kernels, by elimination. */
function rank(line: string): number {
  let rows = line
    .split(', ')
    .map((name) => [...bank[name.replace('flipped ', '')]])
  let found = 0
  for (let column = 0; column < 9; column++) {
    const pivot = rows.find((row) => Math.abs(row[column]) > 1e-9)
    if (!pivot) continue
    found += 1
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) =>
        row.map(
          (value, i) =>
            value - (row[column] / pivot[column]) * pivot[i],
        ),
      )
  }
  return found
}
const sheetsNeeded = Object.fromEntries(
  [
    'upright, flipped upright',
    'upright, level',
    'upright, level, flipped upright, flipped level',
    'identity, blur, outline',
    'identity, blur, cross',
  ].map((line) => [line, rank(line)]),
)
// #endregion

// #region later
const sheetsNeeded = {
  'upright, flipped upright': Promise.resolve(1),
  'upright, level': Promise.resolve(2),
  'upright, level, flipped upright, flipped level':
    Promise.resolve(2),
  'identity, blur, outline': Promise.resolve(2),
  'identity, blur, cross': Promise.resolve(3),
}
// #endregion
