import type * as tf from '@tensorflow/tfjs'

// t has the shape [height, width, 3]. Give [red, green, blue] of the
// pixel in column x and row y.
//zh-cn t 的形状是 [height, width, 3]。给出第 x 列、第 y 行那个像素的
//zh-cn [红, 绿, 蓝]。
function pixel(t: tf.Tensor3D, x: number, y: number): number[] {
  return []
}
