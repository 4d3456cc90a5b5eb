import * as tf from '@tensorflow/tfjs'

class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const ones = tf.initializers.ones()
    this.factor = this.addWeight('f', [channels], 'float32', ones)
    this.built = true
  }
  call(inputs: tf.Tensor | tf.Tensor[]) {
    const [x] = [inputs].flat()
    return x.mul(this.factor!.read())
  }
  computeOutputShape(inputShape: tf.Shape | tf.Shape[]) {
    return inputShape
  }
}
