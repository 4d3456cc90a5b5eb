import * as tf from '@tensorflow/tfjs'

type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    kernelSize: number,
  ) =>
    tf.layers
      .conv2d({
        filters,
        kernelSize,
        padding: 'same',
        activation: 'relu',
      })
      .apply(wire) as tf.SymbolicTensor
  const ends = lanes.map(({ narrow, size, filters }) => {
    const start = narrow === undefined ? x : conv(x, narrow, 1)
    return conv(start, filters, size)
  })
  return tf.layers.concatenate().apply(ends) as tf.SymbolicTensor
}
