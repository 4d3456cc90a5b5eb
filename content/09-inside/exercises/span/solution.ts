export {}

type Layer = { k: number; s: number; p: number }

function span(layers: Layer[], i: number): [number, number] {
  let [r, j, start] = [1, 1, 0]
  for (const { k, s, p } of layers) {
    r += (k - 1) * j
    start -= p * j
    j *= s
  }
  const first = start + i * j
  return [first, first + r - 1]
}
