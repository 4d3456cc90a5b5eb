import * as tf from '@tensorflow/tfjs'

// #region async
async function catchUp(
  model: tf.Sequential,
  data: tf.Tensor,
): Promise<void> {
  for (let step = 0; step < 600; step++) {
    tf.dispose(model.apply(data, { training: true }))
    if (step % 100 === 0) await tf.nextFrame()
  }
}
// #endregion

// #region no-momentum
function catchUp(model: tf.Sequential, data: tf.Tensor) {
  for (const layer of model.layers)
    if ('momentum' in layer) Object.assign(layer, { momentum: 0 })
  tf.tidy(() => void model.apply(data, { training: true }))
}
// #endregion

// #region by-hand
async function catchUp(model: tf.Sequential, data: tf.Tensor) {
  let x = data
  for (const layer of model.layers) {
    if (layer.getClassName() === 'BatchNormalization') {
      const { mean, variance } = tf.moments(x, 0)
      const [gamma, beta] = layer.getWeights()
      layer.setWeights([gamma, beta, mean, variance])
    }
    x = layer.apply(x) as tf.Tensor
  }
}
// #endregion
