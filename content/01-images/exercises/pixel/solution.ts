import type * as tf from '@tensorflow/tfjs'

function pixel(t: tf.Tensor3D, x: number, y: number): number[] {
  return t.slice([y, x], [1, 1]).reshape([3]).arraySync() as number[]
}
