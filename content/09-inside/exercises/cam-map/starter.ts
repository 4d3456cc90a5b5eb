import * as tf from '@tensorflow/tfjs'

// Grad-CAM: maps [1, h, w, c], and score(maps), the class's logit.
// Return the heat as [h, w].
//zh-cn Grad-CAM：maps 的形状是 [1, h, w, c]，score(maps) 是那一类的
//zh-cn logit。返回形状为 [h, w] 的热力图。
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  return maps.sum(3).squeeze([0])
}
