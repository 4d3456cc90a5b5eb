import * as tf from '@tensorflow/tfjs'

// Grad-CAM: maps [1, h, w, c], and score(maps), the class's logit.
// Return the heat as [h, w].
function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D {
  return maps.sum(3).squeeze([0])
}
