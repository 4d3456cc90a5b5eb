import * as tf from '@tensorflow/tfjs'
import { show } from 'lab'
import { photo } from 'datasets'

// #region edges
const flower = await photo('flower')
const grey = flower.mean<tf.Tensor3D>(2, true)

const kernel = [
  [-2, -1, 0],
  [-1, 0, 1],
  [0, 1, 2],
]

const filter = tf.tensor4d(kernel.flat(), [3, 3, 1, 1])
show(tf.conv2d(grey, filter, 1, 'valid'), { width: 320 })
// #endregion
