import type { backend_util, TensorInfo } from '@tensorflow/tfjs';
import {
  convolutionGeometry,
  frameFloats,
  lines,
  products,
  sizes,
  type ConvolutionAttributes,
  type Four,
} from './geometry';
import { expectShape, input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';
import type { SideModule } from './side-module';

/** Depthwise convolution with both gradients, which tfjs's wasm backend lacks, and explicit paddings for its fused one. */
export function installDepthwise(side: SideModuleOf): void {
  replaceKernel('DepthwiseConv2dNative', side, forward);
  replaceKernel('FusedDepthwiseConv2D', side, padded);
  replaceKernel('DepthwiseConv2dNativeBackpropInput', side, () => inputGradient);
  replaceKernel('DepthwiseConv2dNativeBackpropFilter', side, () => filterGradient);
}

type Geometry = backend_util.Conv2DInfo;
interface Planes {
  from: TensorInfo;
  filter: TensorInfo;
  to: TensorInfo;
  /** The sizes of a convolution that leads from `from` to `to`. */
  g: Geometry;
  reversed: boolean;
}

/** Channels that the products of a convolution are apart in: the larger side's, which are the forward pass's outputs. */
const lanesOf = (g: Geometry): number => Math.max(g.inChannels, g.outChannels);
const wide = (lanes: number): number => Math.ceil(lanes / 4) * 4;

function convolve(side: SideModule, { from, filter, to, g, reversed }: Planes): void {
  const [fromAt, filterAt, toAt] = [side.pointer(from), side.pointer(filter), side.pointer(to)];
  const [lanes, taps] = [lanesOf(g), g.filterHeight * g.filterWidth];
  const threads = side.threadsFor(products(g) / g.inChannels);
  const panels = lines(taps * wide(lanes));
  const each = lines(g.outWidth * wide(lanes) + (frameFloats(g) / g.inChannels) * wide(lanes));
  const room = side.room(panels + each * threads);
  side.run('packDepthwise', 1, [filterAt, room, taps, lanes, reversed ? 1 : 0]);
  const dilations = [g.dilationHeight, g.dilationWidth];
  side.run('depthwise', threads, [fromAt, room, toAt, ...sizes(g), ...dilations, lanes, room + panels * 4, each]);
}

const forward =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { inputs, attributes, side } = call;
    const [x, filter] = [input(inputs, 'x'), input(inputs, 'filter')];
    const g = convolutionGeometry(x.shape, filter.shape, attributes as unknown as ConvolutionAttributes, true);
    if (x.dtype !== 'float32' || filter.dtype !== 'float32') return theirs(call);
    const to = side.backend.makeOutput(g.outShape, 'float32');
    convolve(side, { from: x, filter, to, g, reversed: false });
    return to;
  };

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

const inputGradient: Kernel = ({ inputs, attributes, side }) => {
  const [filter, dy] = [input(inputs, 'filter'), input(inputs, 'dy')];
  const a = attributes as unknown as ConvolutionAttributes & { inputShape: Four };
  const g = convolutionGeometry(a.inputShape, filter.shape, a, true);
  expectShape('dy', dy, g.outShape);
  expectShape('the filter', filter, filter.shape);
  const to = side.backend.makeOutput(a.inputShape, 'float32');
  if (g.strideHeight === 1 && g.strideWidth === 1) {
    convolve(side, { from: dy, filter, to, g: backwards(g), reversed: true });
    return to;
  }
  const pointers = [side.pointer(filter), side.pointer(dy), side.pointer(to)];
  const numbers = sizes(g);
  numbers.splice(6, 1);
  side.run('depthwiseInputGradient', side.threadsFor(products(g) / g.inChannels), [
    ...pointers,
    ...numbers,
    g.outChannels / g.inChannels,
  ]);
  return to;
};

/** The convolution of stride 1 that leads from dy to dx: each pixel of dx meets the windows it was in. */
function backwards(g: Geometry): Geometry {
  const [spanY, spanX] = [(g.filterHeight - 1) * g.dilationHeight, (g.filterWidth - 1) * g.dilationWidth];
  const { top, left } = g.padInfo;
  return {
    ...g,
    inHeight: g.outHeight,
    inWidth: g.outWidth,
    inChannels: g.outChannels,
    outHeight: g.inHeight,
    outWidth: g.inWidth,
    outChannels: g.inChannels,
    padInfo: { ...g.padInfo, top: spanY - top, left: spanX - left },
  };
}

const filterGradient: Kernel = ({ inputs, attributes, side }) => {
  const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
  const a = attributes as unknown as ConvolutionAttributes & { filterShape: Four };
  const g = convolutionGeometry(x.shape, a.filterShape, a, true);
  expectShape('x', x, g.inShape);
  expectShape('dy', dy, g.outShape);
  const out = side.backend.makeOutput(a.filterShape, 'float32');
  const [xAt, dyAt, outAt] = [side.pointer(x), side.pointer(dy), side.pointer(out)];
  const [taps, lanes] = [g.filterHeight * g.filterWidth, g.outChannels];
  const widened = wide(lanes) === lanes ? 0 : g.outHeight * g.outWidth * wide(lanes);
  const each = lines(taps * wide(lanes) + widened + (frameFloats(g) / g.inChannels) * wide(lanes));
  const threads = Math.min(side.threadsFor(products(g) / g.inChannels), g.batchSize);
  const room = side.room(each * threads);
  const dilations = [g.dilationHeight, g.dilationWidth];
  side.run('depthwiseFilterGradient', threads, [xAt, dyAt, 0, ...sizes(g), ...dilations, lanes, room, each]);
  side.run('addParts', 1, [outAt, room, each, threads, taps, lanes, wide(lanes), 0, 0]);
  return out;
};
