import * as tf from '@tensorflow/tfjs'

function catchUp(model: tf.Sequential, data: tf.Tensor): void {
  for (let step = 0; step < 1000; step++)
    tf.tidy(() => void model.apply(data, { training: true }))
}
