import * as tf from '@tensorflow/tfjs'

// #region valid
// says: One row and one column are missing
function strided(n: number) {
  const net = tf.sequential()
  net.add(
    tf.layers.conv2d({
      inputShape: [n, n, 1],
      filters: 8,
      kernelSize: 3,
      strides: 2,
      activation: 'relu',
    }),
  )
  return net
}
// #endregion

// #region both
// says: The side is a quarter of n
function strided(n: number) {
  const net = tf.sequential()
  net.add(
    tf.layers.conv2d({
      inputShape: [n, n, 1],
      filters: 8,
      kernelSize: 3,
      strides: 2,
      padding: 'same',
      activation: 'relu',
    }),
  )
  net.add(tf.layers.maxPooling2d({ poolSize: 2, padding: 'same' }))
  return net
}
// #endregion

// #region neither
// says: Nothing halves any more
function strided(n: number) {
  const net = tf.sequential()
  net.add(
    tf.layers.conv2d({
      inputShape: [n, n, 1],
      filters: 8,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
    }),
  )
  return net
}
// #endregion

// #region one-pixel
// says: There are fewer weights
function strided(n: number) {
  const net = tf.sequential()
  net.add(
    tf.layers.conv2d({
      inputShape: [n, n, 1],
      filters: 8,
      kernelSize: 1,
      strides: 2,
      padding: 'same',
      activation: 'relu',
    }),
  )
  return net
}
// #endregion

// #region no-activation
// says: the ReLU of the convolution has gone
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
  return net
}
// #endregion

// #region sigmoid
// says: the ReLU of the convolution has gone
function strided(n: number) {
  const net = tf.sequential()
  net.add(
    tf.layers.conv2d({
      inputShape: [n, n, 1],
      filters: 8,
      kernelSize: 3,
      strides: 2,
      padding: 'same',
      activation: 'sigmoid',
    }),
  )
  return net
}
// #endregion

// #region second-convolution
// says: There are more weights
function strided(n: number) {
  const net = tf.sequential()
  net.add(
    tf.layers.conv2d({
      inputShape: [n, n, 1],
      filters: 8,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
    }),
  )
  net.add(
    tf.layers.conv2d({
      filters: 8,
      kernelSize: 3,
      strides: 2,
      padding: 'same',
      activation: 'relu',
    }),
  )
  return net
}
// #endregion

// #region dense
// says: Another kind of layer
function strided(n: number) {
  const side = Math.ceil(n / 2)
  return tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [n, n, 1] }),
      tf.layers.dense({ units: 8 * side * side, activation: 'relu' }),
      tf.layers.reshape({ targetShape: [side, side, 8] }),
    ],
  })
}
// #endregion

// #region average-instead
// says: a pooling layer is still there
function strided(n: number) {
  const net = tf.sequential()
  net.add(
    tf.layers.conv2d({
      inputShape: [n, n, 1],
      filters: 8,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
    }),
  )
  net.add(
    tf.layers.averagePooling2d({ poolSize: 2, padding: 'same' }),
  )
  return net
}
// #endregion
