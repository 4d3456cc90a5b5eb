import * as tf from '@tensorflow/tfjs'

function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  const conv = model.getLayer(layer)
  const learned = conv.getWeights().map((weight) => weight.clone())
  const [kernel, bias] = learned
  const off = tf.oneHot(channel, bias.size)
  const keep = tf.scalar(1).sub(off)
  conv.setWeights([kernel.mul(keep), bias.mul(keep)])
  const said = model.predict(x) as tf.Tensor
  conv.setWeights(learned)
  return said
}
