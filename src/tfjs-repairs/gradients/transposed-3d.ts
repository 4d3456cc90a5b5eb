import * as tf from '@tensorflow/tfjs';

/**
 * `conv3dTranspose`, the op and the layer, in training.
 * Fault: it has no gradient. It is linear in both its inputs, and tfjs has the ops of which the gradient is made.
 * Keras: the layer trains (layers/convolutional/conv3d_transpose.py).
 */
export function repairTransposed3dGradient(): void {
  tf.registerGradient({
    kernelName: 'Conv3DBackpropInputV2',
    inputsToSave: ['dy', 'filter'],
    gradFunc: (gradient, [dy, filter], attributes) => {
      if (Array.isArray(gradient) || !dy || !filter) throw new Error('a transposed convolution has one output');
      const { strides, pad } = attributes as unknown as { strides: [number, number, number]; pad: 'valid' | 'same' };
      const rest = { strides, pad, filterShape: filter.shape };
      return {
        dy: () => tf.conv3d(gradient as tf.Tensor5D, filter as tf.Tensor5D, strides, pad),
        filter: () => tf.engine().runKernel('Conv3DBackpropFilterV2', { x: gradient, dy }, rest) as tf.Tensor,
      };
    },
  });
}
