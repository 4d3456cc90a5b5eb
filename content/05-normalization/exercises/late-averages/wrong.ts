// #region wrong-1
function catchUp(model: tf.Sequential, data: tf.Tensor): void {
  for (let step = 0; step < 1000; step++)
    tf.tidy(() => void model.predict(data))
}
// #endregion

// #region wrong-2
function catchUp(model: tf.Sequential, data: tf.Tensor): void {
  for (let step = 0; step < 69; step++)
    tf.tidy(() => void model.apply(data, { training: true }))
}
// #endregion
