export {}

type Layer = { k: number; s: number; p: number }

// #region sum-of-windows
// says: You add k − 1 per layer
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
// says: multiply j last
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
// says: Right size, wrong place
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
// says: Neighbouring units lie j pixels apart
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

// #region forwards
// says: in the order of the list
function span(layers: Layer[], i: number): [number, number] {
  let [first, last] = [i, i]
  for (const { k, s, p } of layers) {
    first = first * s - p
    last = last * s - p + k - 1
  }
  return [first, last]
}
// #endregion

// #region clamped
// says: You stopped at the edge of the picture
function span(layers: Layer[], i: number): [number, number] {
  let [r, j, start] = [1, 1, 0]
  for (const { k, s, p } of layers) {
    r += (k - 1) * j
    start -= p * j
    j *= s
  }
  const first = start + i * j
  return [Math.max(0, first), first + r - 1]
}
// #endregion

// #region padding-not-scaled
// says: You take p pixels off for each padding
function span(layers: Layer[], i: number): [number, number] {
  let [r, j, start] = [1, 1, 0]
  for (const { k, s, p } of layers) {
    r += (k - 1) * j
    start -= p
    j *= s
  }
  return [start + i * j, start + i * j + r - 1]
}
// #endregion

// #region first-and-size
// says: The second number is the size
function span(layers: Layer[], i: number): [number, number] {
  let [r, j, start] = [1, 1, 0]
  for (const { k, s, p } of layers) {
    r += (k - 1) * j
    start -= p * j
    j *= s
  }
  return [start + i * j, r]
}
// #endregion

// #region one-too-far
// says: Off by one at the end
function span(layers: Layer[], i: number): [number, number] {
  let [r, j, start] = [1, 1, 0]
  for (const { k, s, p } of layers) {
    r += (k - 1) * j
    start -= p * j
    j *= s
  }
  return [start + i * j, start + i * j + r]
}
// #endregion
