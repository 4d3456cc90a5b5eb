import * as tf from '@tensorflow/tfjs'

// #region option
function strided(n: number) {
  const net = tf.sequential()
  net.add(
    tf.layers.conv2d({
      inputShape: [n, n, 1],
      filters: 8,
      kernelSize: [3, 3],
      strides: [2, 2],
      padding: 'same',
      activation: 'relu',
    }),
  )
  return net
}
// #endregion

// #region relu-as-a-layer
function strided(n: number) {
  const net = tf.sequential()
  net.add(
    tf.layers.conv2d({
      inputShape: [n, n, 1],
      filters: 8,
      kernelSize: 3,
      strides: 2,
      padding: 'same',
    }),
  )
  net.add(tf.layers.reLU())
  return net
}
// #endregion

// #region functional
async function strided(n: number) {
  const input = tf.input({ shape: [n, n, 1] })
  const convolution = tf.layers.conv2d({
    filters: 8,
    kernelSize: 3,
    strides: 2,
    padding: 'same',
    activation: 'relu',
  })
  return tf.model({
    inputs: input,
    outputs: convolution.apply(input) as tf.SymbolicTensor,
  })
}
// #endregion

// #region pads-by-itself
function strided(n: number) {
  return tf.sequential({
    layers: [
      tf.layers.zeroPadding2d({ inputShape: [n, n, 1], padding: 1 }),
      tf.layers.conv2d({ filters: 8, kernelSize: 3, strides: 2 }),
      tf.layers.activation({ activation: 'relu' }),
    ],
  })
}
// #endregion
