import * as tf from '@tensorflow/tfjs'

// #region row-and-column
// says: You read row x, column y
function pixel(t: tf.Tensor3D, x: number, y: number): number[] {
  return t.slice([x, y], [1, 1]).reshape([3]).arraySync() as number[]
}
// #endregion

// #region scaled
// says: You divided by 255
function pixel(t: tf.Tensor3D, x: number, y: number): number[] {
  return t
    .slice([y, x], [1, 1])
    .div(255)
    .reshape([3])
    .arraySync() as number[]
}
// #endregion

// #region tensor-as-list
// says: A tensor is not a list
function pixel(t: tf.Tensor3D, x: number, y: number): number[] {
  return (t as never)[y][x]
}
// #endregion

// #region red-only
// says: One number came
const pixel = (t: tf.Tensor3D, x: number, y: number) =>
  t.arraySync()[y][x][0]
// #endregion

// #region blue-first
// says: The right pixel, backwards
const pixel = (t: tf.Tensor3D, x: number, y: number) =>
  t.arraySync()[y][x].reverse()
// #endregion

// #region from-one
// says: A neighbour came
const pixel = (t: tf.Tensor3D, x: number, y: number) =>
  t.arraySync()[y - 1]?.[x] ?? [0, 0, 0]
// #endregion

// #region whole-row
// says: A whole row or column
const pixel = (t: tf.Tensor3D, x: number, y: number) =>
  t.arraySync()[y]
// #endregion
