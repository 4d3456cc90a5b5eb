import * as tf from '@tensorflow/tfjs';
import { convolutionGeometry, type ConvolutionAttributes } from '../src/backend/ops/geometry';

const convolutions = ['Conv2D', 'FusedConv2D', 'DepthwiseConv2dNative', 'FusedDepthwiseConv2D'];

/**
 * Gives XNNPACK explicit paddings instead of the word "same", with which it reads and writes outside its tensors where (out −
 * 1)·stride + kernel < in. Wraps the kernels of tfjs's wasm backend.
 */
export function installSamePadding(): void {
  for (const kernelName of convolutions) {
    const theirs = tf.getKernel(kernelName, 'wasm');
    tf.unregisterKernel(kernelName, 'wasm');
    tf.registerKernel({
      ...theirs,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const { x, filter } = inputs;
        if (!x || !filter || attrs?.['pad'] !== 'same') return theirs.kernelFunc({ inputs, attrs: attrs!, backend });
        const depthwise = kernelName.includes('Depthwise');
        const { padInfo: p } = convolutionGeometry(
          x.shape,
          filter.shape,
          attrs as unknown as ConvolutionAttributes,
          depthwise,
        );
        const pad = [
          [0, 0],
          [p.top, p.bottom],
          [p.left, p.right],
          [0, 0],
        ];
        return theirs.kernelFunc({ inputs, attrs: { ...attrs, pad }, backend });
      },
    });
  }
}
