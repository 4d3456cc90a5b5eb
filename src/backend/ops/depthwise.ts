import type { backend_util, TensorInfo } from '@tensorflow/tfjs';
import { sizes } from '../abi';
import { addParts } from './add-parts';
import {
  convolutionGeometry,
  frameFloats,
  lines,
  products,
  sizesOf,
  type ConvolutionAttributes,
  type Four,
} from './geometry';
import { expectShape, input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';
import type { SideModule } from '../wasm/side-module';

/** Depthwise convolution with both gradients, which tfjs's wasm backend lacks, and explicit paddings for its fused kernel. */
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

/** How many products each tap makes: one for each channel of the larger side, which the forward pass writes. */
const lanesOf = (g: Geometry): number => Math.max(g.inChannels, g.outChannels);
const wide = (lanes: number): number => Math.ceil(lanes / sizes.VECTOR) * sizes.VECTOR;

function convolve(side: SideModule, { from, filter, to, g, reversed }: Planes): void {
  if (to.shape.includes(0)) return;
  const at = { x: side.pointer(from), filter: side.pointer(filter), y: side.pointer(to) };
  const [lanes, taps] = [lanesOf(g), g.filterHeight * g.filterWidth];
  const threads = side.threadsFor(products(g) / g.inChannels);
  const packedFloats = lines(taps * wide(lanes));
  const roomFloats = lines(g.outWidth * wide(lanes) + (frameFloats(g) / g.inChannels) * wide(lanes));
  const packed = side.room(packedFloats + roomFloats * threads);
  const room = packed + packedFloats * 4;
  side.run('packDepthwise', 1, { filter: at.filter, to: packed, taps, lanes, reversed: Number(reversed) });
  side.run('depthwise', threads, { ...at, filter: packed, room, ...sizesOf(g), lanes, roomFloats });
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

/** XNNPACK computes "same" wrongly where (out − 1)·stride + kernel < in, and writes outside of its tensors: pass explicit paddings. */
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
  if (to.shape.includes(0)) return to;
  if (g.strideHeight === 1 && g.strideWidth === 1) {
    convolve(side, { from: dy, filter, to, g: backwards(g), reversed: true });
    return to;
  }
  const pointers = { filter: side.pointer(filter), dy: side.pointer(dy), dx: side.pointer(to) };
  const threads = side.threadsFor(products(g) / g.inChannels);
  const multiplier = g.outChannels / g.inChannels;
  side.run('depthwiseInputGradient', threads, { ...pointers, ...sizesOf(g), multiplier });
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
  if (a.filterShape.includes(0)) return out;
  const at = { x: side.pointer(x), dy: side.pointer(dy) };
  const dw = side.pointer(out);
  const [taps, lanes] = [g.filterHeight * g.filterWidth, g.outChannels];
  const widened = wide(lanes) === lanes ? 0 : g.outHeight * g.outWidth * wide(lanes);
  const roomFloats = lines(taps * wide(lanes) + widened + (frameFloats(g) / g.inChannels) * wide(lanes));
  const threads = side.threadsFor(products(g) / g.inChannels, g.batchSize);
  const room = side.room(roomFloats * threads);
  side.run('depthwiseFilterGradient', threads, { ...at, room, ...sizesOf(g), lanes, roomFloats });
  addParts(side, { to: dw, parts: room, roomFloats, threads, rows: taps, columns: lanes, wide: wide(lanes) });
  return out;
};
