export {}

// The step s and the zero point z of a grid with 2 ** bits levels
// that covers the values and contains 0. If all are 0, s = 1.
//zh-cn 网格有 2 ** bits 级，覆盖所有的值，并且包含 0：求量化步长 s 和
//zh-cn 零点 z。值全都等于 0 时，s = 1。
function gridOf(values: number[], bits: number): [number, number] {
  return [1, 0]
}
