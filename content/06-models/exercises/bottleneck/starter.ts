import * as tf from '@tensorflow/tfjs'

// Branch: 1×1 to filters / 4, ReLU, 3×3 with the stride, ReLU,
// 1×1 to filters (start: zeros). Add the skip, then ReLU.
//zh-cn 分支：1×1 到 filters / 4，ReLU；3×3，带步幅，ReLU；
//zh-cn 1×1 到 filters（用零初始化）。加上跳跃连接，再 ReLU。
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  return x
}
