export {}

type Layer = { k: number; s: number; p: number }

// #region back-from-the-unit
function span(layers: Layer[], i: number) {
  let [first, last] = [i, i]
  for (const { k, s, p } of [...layers].reverse()) {
    first = first * s - p
    last = last * s - p + k - 1
  }
  return { first, last }
}
// #endregion

// #region recursion
function span(layers: Layer[], i: number): [number, number] {
  if (layers.length === 0) return [i, i]
  const { k, s, p } = layers[layers.length - 1]
  const before = layers.slice(0, -1)
  const [first] = span(before, i * s - p)
  const [, last] = span(before, i * s - p + k - 1)
  return [first, last]
}
// #endregion

// #region all-pixels
async function span(layers: Layer[], i: number) {
  let seen = [i]
  for (const { k, s, p } of layers.toReversed())
    seen = seen.flatMap((one) =>
      Array.from({ length: k }, (_, m) => one * s - p + m),
    )
  return Int32Array.of(Math.min(...seen), Math.max(...seen))
}
// #endregion
