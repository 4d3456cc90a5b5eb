export {}

// The step s and the zero point z of a grid with 2 ** bits levels
// that covers the values and contains 0. Equal to 0 all: s = 1.
function gridOf(values: number[], bits: number): [number, number] {
  return [1, 0]
}
