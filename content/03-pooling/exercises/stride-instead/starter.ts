import * as tf from '@tensorflow/tfjs'

// The same output shape for every n, without pooling.
//zh-cn 不用池化，而对每个 n，输出的形状都和现在相同。
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
  net.add(tf.layers.maxPooling2d({ poolSize: 2, padding: 'same' }))
  return net
}
