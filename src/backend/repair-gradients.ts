import * as tf from '@tensorflow/tfjs';
import { installDilatedGradients } from './convolution-gradients';
import { installLayerCalls } from './layer-calls';
import { poolGeometry } from './pooling';

let done = false;

/** Mends, once, what layers and gradients of tfjs lack on every backend. */
export function repairGradients(): void {
  if (done) return;
  done = true;
  installDilatedGradients();
  installTransposed3dGradient();
  installAveragePoolGradient();
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

/**
 * tfjs averages over those pixels of a window that lie in the image, but its gradient divides by the whole window. A gradient that is
 * larger by as much at the border makes up for it.
 */
function installAveragePoolGradient(): void {
  const theirs = tf.getGradient('AvgPool');
  tf.unregisterGradient('AvgPool');
  tf.registerGradient({
    ...theirs,
    gradFunc: (dy, saved, attributes) => {
      const [x] = saved;
      if (Array.isArray(dy) || !x) throw new Error('average pooling has one output');
      const g = poolGeometry(x.shape, attributes);
      const rows = inside(g.inHeight, g.outHeight, g.filterHeight, g.strideHeight, g.padInfo.top);
      const columns = inside(g.inWidth, g.outWidth, g.filterWidth, g.strideWidth, g.padInfo.left);
      const whole = g.filterHeight * g.filterWidth;
      const factors = rows.flatMap((height) => columns.map((width) => whole / (height * width)));
      const full = factors.every((factor) => factor === 1);
      const scaled = full ? dy : dy.mul(tf.tensor(factors, [1, g.outHeight, g.outWidth, 1]));
      return theirs.gradFunc(scaled, saved, attributes);
    },
  });
}

/** How many pixels of each window lie in the image, along one axis. */
function inside(size: number, windows: number, filter: number, stride: number, before: number): number[] {
  return Array.from({ length: windows }, (_, index) => {
    const first = index * stride - before;
    return Math.min(size, first + filter) - Math.max(0, first);
  });
}
