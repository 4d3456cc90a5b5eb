export {}

// matrix[t][g]: pictures of class t that were called g. Return
// [precision, recall] of class k; 0 where nothing was there to count.
//zh-cn matrix[t][g]：t 类的图有多少张被认成了 g。
//zh-cn 返回第 k 类的 [精确率, 召回率]；没有可数的就是 0。
function precisionRecall(matrix: number[][], k: number): number[] {
  return [0, 0]
}
