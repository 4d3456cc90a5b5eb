export {}

// The mean cross-entropy of a batch: one row of logits per picture,
// and its true class. It must hold for logits of any size, 1000 and
// −1000 too.
//zh-cn 一批的平均交叉熵：每张图一行 logit，还有它的真实类别。
//zh-cn logit 多大都要算对，1000 和 −1000 也一样。
function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number {
  return 0
}
