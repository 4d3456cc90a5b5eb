import * as tf from '@tensorflow/tfjs'

// #region shape-that-broadcasts
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  scales?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const init = tf.initializers.ones()
    this.scales = this.addWeight(
      'f',
      [1, 1, channels].slice(-shape.length + 1),
      'float32',
      init,
    )
    this.built = true
  }
  call(inputs: tf.Tensor | tf.Tensor[]) {
    const [x] = [inputs].flat()
    return tf.mul(x, this.scales!.read())
  }
}
// #endregion

// #region constant-that-begins-at-1
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  gamma?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape.at(-1)
    const init = tf.initializers.constant({ value: 1 })
    this.gamma = this.addWeight('f', [channels], 'float32', init)
    this.built = true
  }
  call(inputs: tf.Tensor | tf.Tensor[]) {
    const x = Array.isArray(inputs) ? inputs[0] : inputs
    return this.gamma!.read().mul(x)
  }
  computeOutputShape(inputShape: tf.Shape | tf.Shape[]) {
    return inputShape
  }
}
// #endregion

// #region weight-by-its-place
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  static get classNames() {
    return [ChannelScale.className]
  }
  override build(inputShape: tf.Shape) {
    super.build(inputShape)
    this.addWeight(
      'scale',
      [inputShape.at(-1)!],
      'float32',
      tf.initializers.ones(),
      undefined,
      true,
    )
  }
  override call(inputs: tf.Tensor | tf.Tensor[]) {
    return tf.tidy(() => {
      const x = Array.isArray(inputs) ? inputs[0] : inputs
      return this.weights[0].read().mul(x)
    })
  }
  override getConfig() {
    return super.getConfig()
  }
}
// #endregion
