import * as tf from '@tensorflow/tfjs'

// #region asynchronous
async function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
) {
  const conv = model.getLayer(layer)
  const [kernel, bias] = conv.getWeights()
  const before = [await kernel.array(), await bias.array()]
  const keep = tf.range(0, bias.size).notEqual(channel).toFloat()
  conv.setWeights([kernel.mul(keep), bias.mul(keep)])
  const said = await (model.predict(x) as tf.Tensor).array()
  conv.setWeights(
    before.map((values) => tf.tensor(values as number[])),
  )
  return said
}
// #endregion

// #region layer-by-layer
function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  let now: tf.Tensor = x
  for (const one of model.layers) {
    if (one.getClassName() === 'InputLayer') continue
    now = one.apply(now) as tf.Tensor
    if (one.name !== layer) continue
    const channels = now.shape[now.rank - 1]
    now = now.mul(tf.scalar(1).sub(tf.oneHot(channel, channels)))
  }
  return now
}
// #endregion

// #region two-models
function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  const conv = model.getLayer(layer)
  const front = tf.model({
    inputs: model.inputs,
    outputs: conv.output as tf.SymbolicTensor,
  })
  const maps = front.predict(x) as tf.Tensor4D
  const parts = tf.split(maps, maps.shape[3], 3)
  parts[channel] = tf.zerosLike(parts[channel])
  const at = model.layers.indexOf(conv)
  return model.layers
    .slice(at + 1)
    .reduce<tf.Tensor>(
      (now, one) => one.apply(now) as tf.Tensor,
      tf.concat(parts, 3),
    )
}
// #endregion

// #region numbers-by-hand
function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  const conv = model.getLayer(layer)
  const old = conv.getWeights().map((weight) => weight.arraySync())
  const without = structuredClone(old) as [number[][][][], number[]]
  without[0].flat(2).forEach((filters) => (filters[channel] = 0))
  without[1][channel] = 0
  conv.setWeights([tf.tensor4d(without[0]), tf.tensor1d(without[1])])
  const said = model.predict(x) as tf.Tensor
  conv.setWeights(old.map((values) => tf.tensor(values as number[])))
  return said
}
// #endregion
