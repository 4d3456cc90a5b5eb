import * as tf from '@tensorflow/tfjs'

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
  return net
}
