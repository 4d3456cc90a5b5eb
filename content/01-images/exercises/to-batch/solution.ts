import type * as tf from '@tensorflow/tfjs'

function toBatch(image: tf.Tensor3D): tf.Tensor {
  return image.div(255).expandDims(0)
}
