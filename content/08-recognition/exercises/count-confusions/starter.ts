export {}

// truth[i] and guess[i] are classes from 0. Return rows of counts:
// matrix[t][g] = how many pictures of class t were called g.
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][] {
  return []
}
