export {}

type Layer = { k: number; s: number; p: number }

// #region sum-of-windows
function span(layers: Layer[], i: number): [number, number] {
  let [r, j, start] = [1, 1, 0]
  for (const { k, s, p } of layers) {
    r += k - 1
    start -= p * j
    j *= s
  }
  return [start + i * j, start + i * j + r - 1]
}
// #endregion

// #region own-stride-first
function span(layers: Layer[], i: number): [number, number] {
  let [r, j, start] = [1, 1, 0]
  for (const { k, s, p } of layers) {
    j *= s
    r += (k - 1) * j
    start -= p * j
  }
  return [start + i * j, start + i * j + r - 1]
}
// #endregion

// #region no-padding
function span(layers: Layer[], i: number): [number, number] {
  let [r, j] = [1, 1]
  for (const { k, s } of layers) {
    r += (k - 1) * j
    j *= s
  }
  return [i * j, i * j + r - 1]
}
// #endregion

// #region unit-is-pixel
function span(layers: Layer[], i: number): [number, number] {
  let [r, j, start] = [1, 1, 0]
  for (const { k, s, p } of layers) {
    r += (k - 1) * j
    start -= p * j
    j *= s
  }
  return [start + i, start + i + r - 1]
}
// #endregion
