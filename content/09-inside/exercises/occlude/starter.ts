export {}

// Hide one size × size tile after the other with the value fill.
// Every pixel of the answer: how far the score falls with its tile.
//zh-cn 用 fill 这个值，一块接一块地遮住 size × size 的方块。
//zh-cn 答案的每个像素：遮住它那一块时，分数降了多少。
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  return picture.map((row) => row.map(() => 0))
}
