import * as tf from '@tensorflow/tfjs'

// #region nested-lists
const pixel = (t: tf.Tensor3D, x: number, y: number) =>
  t.arraySync()[y][x]
// #endregion

// #region async-tensor
async function pixel(t: tf.Tensor3D, x: number, y: number) {
  await t.data()
  return t.slice([y, x, 0], [1, 1, 3])
}
// #endregion

// #region flat-data
function pixel(t: tf.Tensor3D, x: number, y: number) {
  const start = (y * t.shape[1] + x) * t.shape[2]
  return t.dataSync().slice(start, start + 3)
}
// #endregion

// #region gather-and-squeeze
function pixel(t: tf.Tensor3D, x: number, y: number) {
  return t.gather([y], 0).gather([x], 1).squeeze()
}
// #endregion

// #region named
function pixel(t: tf.Tensor3D, x: number, y: number) {
  const [red, green, blue] = t.arraySync()[y][x]
  return { blue, green, red }
}
// #endregion
