import * as tf from '@tensorflow/tfjs'

// kernel: [kh, kw, cin, cout]; everything else: [cout].
// Return [K', b'] so that convolution with them gives the same
// as convolution with kernel and bias, then batch norm in inference.
//zh-cn kernel：[kh, kw, cin, cout]；其余都是 [cout]。
//zh-cn 返回 [K', b']：用它们做卷积，等于先用 kernel 和 bias 做卷积，
//zh-cn 再做推理时的批量归一化。
function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
): [tf.Tensor, tf.Tensor] {
  return [kernel, bias]
}
