export {}

type Layer = { k: number; s: number; p: number }

// First and last pixel of a row that unit i of the last layer sees.
// k: window, s: stride, p: padding at the left; may leave the image.
function span(layers: Layer[], i: number): [number, number] {
  return [i, i]
}
