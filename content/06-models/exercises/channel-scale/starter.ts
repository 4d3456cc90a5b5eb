import * as tf from '@tensorflow/tfjs'

// A layer with one learned factor per channel (the last axis), each
// 1 at first: y = factor × x. The shape stays as it is.
//zh-cn 每个通道（最后一个轴）学一个因子的层，因子开始时
//zh-cn 都是 1：y = 因子 × x。形状不变。
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
}
