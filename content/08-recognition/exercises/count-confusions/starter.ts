export {}

// truth[i] and guess[i] are classes from 0. Return rows of counts:
// matrix[t][g] = how many pictures of class t were called g.
//zh-cn truth[i] 和 guess[i] 是从 0 数起的类别。返回一行行的计数：
//zh-cn matrix[t][g] = t 类的图有多少张被认成了 g。
function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][] {
  return []
}
