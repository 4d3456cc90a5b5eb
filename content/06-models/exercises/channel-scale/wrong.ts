import * as tf from '@tensorflow/tfjs'

// #region one-factor
// says: One factor for everything
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const init = tf.initializers.ones()
    this.factor = this.addWeight('f', [], 'float32', init)
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
// #endregion

// #region zeros-at-first
// says: Start with tf.initializers.ones()
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const init = tf.initializers.zeros()
    this.factor = this.addWeight('f', [channels], 'float32', init)
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
// #endregion

// #region per-pixel
// says: Here every pixel has factors of its own
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const init = tf.initializers.ones()
    this.factor = this.addWeight('f', shape.slice(1), 'float32', init)
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
// #endregion

// #region added
// says: The output is not the factor times x
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const init = tf.initializers.zeros()
    this.factor = this.addWeight('f', [channels], 'float32', init)
    this.built = true
  }
  call(inputs: tf.Tensor | tf.Tensor[]) {
    const [x] = [inputs].flat()
    return x.add(this.factor!.read())
  }
  computeOutputShape(inputShape: tf.Shape | tf.Shape[]) {
    return inputShape
  }
}
// #endregion

// #region summed
// says: Another shape comes out than went in
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const init = tf.initializers.ones()
    this.factor = this.addWeight('f', [channels], 'float32', init)
    this.built = true
  }
  call(inputs: tf.Tensor | tf.Tensor[]) {
    const [x] = [inputs].flat()
    return x.mul(this.factor!.read()).sum(-1)
  }
  computeOutputShape(inputShape: tf.Shape | tf.Shape[]) {
    return inputShape
  }
}
// #endregion

// #region another-axis
// says: You counted another axis
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[1]
    const init = tf.initializers.ones()
    this.factor = this.addWeight('f', [channels], 'float32', init)
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
// #endregion

// #region not-trained
// says: training will never change them
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const init = tf.initializers.ones()
    this.factor = this.addWeight(
      'f',
      [channels],
      'float32',
      init,
      undefined,
      false,
    )
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
// #endregion

// #region no-weight
// says: The layer has no weight yet
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'

  call(inputs: tf.Tensor | tf.Tensor[]) {
    return [inputs].flat()[0].mul(1)
  }
}
// #endregion
