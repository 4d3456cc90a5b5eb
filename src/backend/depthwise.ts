import { convolutionGeometry, lines, products, sizes, type ConvolutionAttributes, type Four } from './geometry';
import { expectShape, input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';
import type { backend_util } from '@tensorflow/tfjs';

/** The gradients of depthwise convolution, which tfjs's wasm backend lacks, and explicit paddings for the forward pass. */
export function installDepthwise(side: SideModuleOf): void {
  replaceKernel('DepthwiseConv2dNative', side, padded);
  replaceKernel('FusedDepthwiseConv2D', side, padded);
  replaceKernel('DepthwiseConv2dNativeBackpropInput', side, () => inputGradient);
  replaceKernel('DepthwiseConv2dNativeBackpropFilter', side, () => filterGradient);
}

/** XNNPACK's own reckoning of "same" writes outside of its tensors where (out − 1)·stride + kernel < in: tell it the numbers. */
const padded =
  (theirs: Kernel): Kernel =>
  ({ inputs, attributes, side }) => {
    const [x, filter] = [input(inputs, 'x'), input(inputs, 'filter')];
    const g = convolutionGeometry(x.shape, filter.shape, attributes as unknown as ConvolutionAttributes, true);
    const { top, bottom, left, right } = g.padInfo;
    const pad = [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ];
    const dilations = [g.dilationHeight, g.dilationWidth];
    return theirs({ inputs, side, attributes: { ...attributes, pad, dilations } });
  };

function depthwiseSizes(g: backend_util.Conv2DInfo): number[] {
  const numbers = sizes(g);
  numbers.splice(6, 1);
  return [...numbers, g.outChannels / g.inChannels, g.dilationHeight, g.dilationWidth];
}

const inputGradient: Kernel = ({ inputs, attributes, side }) => {
  const [filter, dy] = [input(inputs, 'filter'), input(inputs, 'dy')];
  const a = attributes as unknown as ConvolutionAttributes & { inputShape: Four };
  const g = convolutionGeometry(a.inputShape, filter.shape, a, true);
  expectShape('dy', dy, g.outShape);
  expectShape('the filter', filter, filter.shape);
  const out = side.backend.makeOutput(a.inputShape, 'float32');
  const pointers = [side.pointer(filter), side.pointer(dy), side.pointer(out)];
  side.run('depthwiseInputGradient', side.threadsFor(products(g) / g.inChannels), [...pointers, ...depthwiseSizes(g)]);
  return out;
};

const filterGradient: Kernel = ({ inputs, attributes, side }) => {
  const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
  const a = attributes as unknown as ConvolutionAttributes & { filterShape: Four };
  const g = convolutionGeometry(x.shape, a.filterShape, a, true);
  expectShape('x', x, g.inShape);
  expectShape('dy', dy, g.outShape);
  const out = side.backend.makeOutput(a.filterShape, 'float32');
  const [xAt, dyAt, outAt] = [side.pointer(x), side.pointer(dy), side.pointer(out)];
  const floats = g.filterHeight * g.filterWidth * g.outChannels;
  const each = lines(floats);
  const threads = Math.min(side.threadsFor(products(g) / g.inChannels), g.batchSize);
  const room = side.room(each * threads);
  side.run('depthwiseFilterGradient', threads, [xAt, dyAt, room, ...depthwiseSizes(g), each]);
  side.run('addParts', 1, [outAt, room, each, threads, 1, floats, floats, 0, 0]);
  return out;
};
