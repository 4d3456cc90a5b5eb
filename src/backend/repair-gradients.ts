import * as tf from '@tensorflow/tfjs';
import { installDilatedGradients } from './convolution-gradients';
import { installLayerCalls } from './layer-calls';

let done = false;

/** Mends, once, what layers and gradients of tfjs lack on every backend. */
export function repairGradients(): void {
  if (done) return;
  done = true;
  installDilatedGradients();
  installTransposed3dGradient();
  for (const kernelName of ['Greater', 'GreaterEqual', 'Less', 'LessEqual', 'Equal', 'NotEqual'])
    installNoGradient(kernelName, ['a', 'b']);
  for (const kernelName of ['Any', 'All']) installNoGradient(kernelName, ['x']);
  installLayerCalls();
}

/** A comparison is flat almost everywhere: its gradient is 0. Without one, masking and thresholded layers cannot train. */
function installNoGradient(kernelName: string, inputs: string[]): void {
  tf.registerGradient({
    kernelName,
    inputsToSave: inputs,
    gradFunc: (_, saved) =>
      Object.fromEntries(inputs.map((name, index) => [name, () => tf.zeros(saved[index]!.shape)])),
  });
}

/** A transposed convolution in three dimensions is linear in both its inputs; tfjs has the ops of its gradient but not the gradient. */
function installTransposed3dGradient(): void {
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
