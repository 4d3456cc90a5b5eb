import * as tf from '@tensorflow/tfjs'

// #region only-predicts
// says: Nothing has moved
function catchUp(model: tf.Sequential, data: tf.Tensor): void {
  for (let step = 0; step < 100; step++)
    tf.tidy(() => void model.predict(data))
}
// #endregion

// #region too-few
// says: % of the error is left
function catchUp(model: tf.Sequential, data: tf.Tensor): void {
  for (let step = 0; step < 12; step++)
    tf.tidy(() => void model.apply(data, { training: true }))
}
// #endregion

// #region one-norm
// says: those of the other have not moved
function catchUp(model: tf.Sequential, data: tf.Tensor): void {
  const [dense, norm] = model.layers
  for (let step = 0; step < 600; step++)
    tf.tidy(
      () =>
        void norm.apply(dense.apply(data) as tf.Tensor, {
          training: true,
        }),
    )
}
// #endregion

// #region trains
// says: A trainable weight has changed
async function catchUp(model: tf.Sequential, data: tf.Tensor) {
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' })
  await model.trainOnBatch(data, tf.zeros([64, 3]))
}
// #endregion

// #region means-of-the-data
// says: farther off than before
function catchUp(model: tf.Sequential, data: tf.Tensor) {
  for (const layer of model.layers.filter(
    (one) => one.getClassName() === 'BatchNormalization',
  )) {
    const weights = layer.getWeights()
    layer.setWeights([
      weights[0],
      weights[1],
      tf.fill(weights[2].shape, 30),
      tf.fill(weights[3].shape, 40),
    ])
  }
}
// #endregion
