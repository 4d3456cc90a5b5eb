import * as tf from '@tensorflow/tfjs'

// kernel: [kh, kw, cin, cout]; everything else: [cout].
// Return [K', b'] so that convolution with them gives the same
// as convolution with kernel and bias, then batch norm in inference.
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
