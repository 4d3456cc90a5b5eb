import type * as tf from '@tensorflow/tfjs'

// image: int32 [height, width, channels], 0 to 255. Give what a model
// wants: float32 [1, height, width, channels], 0 to 1.
//zh-cn image：int32，[height, width, channels]，0 到 255。
//zh-cn 给出模型要的：float32，[1, height, width, channels]，0 到 1。
function toBatch(image: tf.Tensor3D): tf.Tensor {
  return image
}
