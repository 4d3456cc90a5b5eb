import * as tf from '@tensorflow/tfjs';

/**
 * `tf.layers.softmax()` without an axis.
 * Fault: axis 1 is the default, and TensorFlow.js computes softmax along the last axis only, so the layer throws on images
 * (layers/advanced_activations.ts).
 * Keras: the last axis (layers/activations/softmax.py).
 */
export function softmax(options: { axis?: number } = {}): unknown {
  return tf.layers.softmax({ axis: -1, ...options });
}
