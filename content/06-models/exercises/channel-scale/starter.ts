import * as tf from '@tensorflow/tfjs'

// A layer with one learned factor per channel (the last axis), each
// 1 at first: y = factor × x. The shape stays as it is.
class ChannelScale extends tf.layers.Layer {
  static className = 'ChannelScale'
}
