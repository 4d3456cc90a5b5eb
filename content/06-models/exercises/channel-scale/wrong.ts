// #region wrong-1
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const ones = tf.initializers.ones()
    this.factor = this.addWeight('f', [], 'float32', ones)
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

// #region wrong-2
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const ones = tf.initializers.zeros()
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
// #endregion

// #region wrong-3
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const ones = tf.initializers.ones()
    this.factor = this.addWeight('f', shape.slice(1), 'float32', ones)
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

// #region wrong-4
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
  factor?: tf.LayerVariable

  build(inputShape: tf.Shape | tf.Shape[]) {
    const shape = inputShape as tf.Shape
    const channels = shape[shape.length - 1]
    const ones = tf.initializers.zeros()
    this.factor = this.addWeight('f', [channels], 'float32', ones)
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

// #region wrong-5
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
    return x.mul(this.factor!.read()).sum(-1)
  }
  computeOutputShape(inputShape: tf.Shape | tf.Shape[]) {
    return inputShape
  }
}
// #endregion
