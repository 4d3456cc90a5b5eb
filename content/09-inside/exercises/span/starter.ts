export {}

type Layer = { k: number; s: number; p: number }

// First and last pixel of a row that unit i of the last layer sees.
// k: window, s: stride, p: padding at the left; may leave the image.
//zh-cn 最后一层的第 i 个单元看到一行里的哪一段：第一个和最后一个像素。
//zh-cn k：窗口，s：步幅，p：左边的填充；可以超出图外。
function span(layers: Layer[], i: number): [number, number] {
  return [i, i]
}
