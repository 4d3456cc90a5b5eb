import type * as tf from '@tensorflow/tfjs'

// t has the shape [height, width, 3]. Give [red, green, blue] of the pixel in
// column x and row y.
function pixel(t: tf.Tensor3D, x: number, y: number): number[] {
  return []
}
