import * as tf from '@tensorflow/tfjs'

// #region bias-speaks-on
function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  const conv = model.getLayer(layer)
  const learned = conv.getWeights().map((weight) => weight.clone())
  const [kernel, bias] = learned
  const keep = tf.scalar(1).sub(tf.oneHot(channel, bias.size))
  conv.setWeights([kernel.mul(keep), bias])
  const said = model.predict(x) as tf.Tensor
  conv.setWeights(learned)
  return said
}
// #endregion

// #region not-cloned
function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  const conv = model.getLayer(layer)
  const learned = conv.getWeights()
  const [kernel, bias] = learned
  const keep = tf.scalar(1).sub(tf.oneHot(channel, bias.size))
  conv.setWeights([kernel.mul(keep), bias.mul(keep)])
  const said = model.predict(x) as tf.Tensor
  conv.setWeights(learned)
  return said
}
// #endregion
