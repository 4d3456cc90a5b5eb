import * as tf from '@tensorflow/tfjs';
import { expectShape, input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';

type Five = [number, number, number, number, number];
interface Attributes {
  strides: [number, number, number] | number;
  pad: 'valid' | 'same';
  inputShape: Five;
}

/** The input gradient of a convolution in three dimensions, which tfjs's wasm backend computes wrongly. */
export function installConvolution3d(side: SideModuleOf): void {
  replaceKernel('Conv3DBackpropInputV2', side, () => inputGradient);
}

const inputGradient: Kernel = ({ inputs, attributes, side }) => {
  const [dy, filter] = [input(inputs, 'dy'), input(inputs, 'filter')];
  const { strides, pad, inputShape } = attributes as unknown as Attributes;
  if (filter.shape.length !== 5 || inputShape.length !== 5)
    throw new RangeError(`a filter [${filter.shape}] for [${inputShape}]`);
  const g = tf.backend_util.computeConv3DInfo(inputShape, filter.shape as Five, strides, 1, pad);
  if (inputShape[4] !== filter.shape[3]) throw new RangeError(`a filter [${filter.shape}] for [${inputShape}]`);
  const [, depth = 0, height = 0, width = 0] = dy.shape;
  expectShape('dy', dy, [g.batchSize, depth, height, width, g.outChannels]);
  expectShape('the filter', filter, filter.shape);
  const out = side.backend.makeOutput(inputShape, 'float32');
  const pointers = [side.pointer(dy), side.pointer(filter), side.pointer(out)];
  const steps = [g.strideDepth, g.strideHeight, g.strideWidth, g.padInfo.front, g.padInfo.top, g.padInfo.left];
  const sizes = [...inputShape, depth, height, width, g.outChannels, g.filterDepth, g.filterHeight, g.filterWidth];
  side.run('convolution3dInputGradient', side.threadsFor(tf.util.sizeFromShape(dy.shape) * 8), [
    ...pointers,
    ...sizes,
    ...steps,
  ]);
  return out;
};
