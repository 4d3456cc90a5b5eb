import * as tf from '@tensorflow/tfjs'

// #region bias-speaks-on
// says: the bias speaks on
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
// says: the model stays damaged
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

// #region never-put-back
// says: Put the old weights back
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
  conv.setWeights([kernel.mul(keep), bias.mul(keep)])
  const said = model.predict(x) as tf.Tensor
  return said
}
// #endregion

// #region all-others
// says: you kept this channel
function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  const conv = model.getLayer(layer)
  const learned = conv.getWeights().map((weight) => weight.clone())
  const [kernel, bias] = learned
  const keep = tf.oneHot(channel, bias.size)
  conv.setWeights([kernel.mul(keep), bias.mul(keep)])
  const said = model.predict(x) as tf.Tensor
  conv.setWeights(learned)
  return said
}
// #endregion

// #region another-axis
// says: You silenced what the layer reads
function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  const conv = model.getLayer(layer)
  const learned = conv.getWeights().map((weight) => weight.clone())
  const [kernel, bias] = learned
  const off = tf.oneHot(channel, kernel.shape[2] ?? 1)
  const keep = tf.scalar(1).sub(off).expandDims(1)
  conv.setWeights([kernel.mul(keep), bias])
  const said = model.predict(x) as tf.Tensor
  conv.setWeights(learned)
  return said
}
// #endregion

// #region a-copy
// says: Nothing is missing
function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  const [kernel, bias] = model
    .getLayer(layer)
    .getWeights()
    .map((weight) => weight.clone())
  const keep = tf.scalar(1).sub(tf.oneHot(channel, bias.size))
  kernel.mul(keep)
  bias.mul(keep)
  return model.predict(x) as tf.Tensor
}
// #endregion
