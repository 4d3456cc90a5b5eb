import * as tf from '@tensorflow/tfjs'

function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = () => tf.layers.reLU()
  const layers = [
    conv(filters / 4, 1),
    relu(),
    conv(filters / 4, 3, { strides }),
    relu(),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return relu().apply(sum) as tf.SymbolicTensor
}
