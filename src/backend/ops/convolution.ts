import * as tf from '@tensorflow/tfjs';
import { sizes } from '../abi';
import {
  convolutionGeometry,
  frameFloats,
  inPanels,
  lines,
  products,
  sizesOf,
  type ConvolutionAttributes,
  type Four,
} from './geometry';
import { expectShape, input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';
import type { SideModule } from '../wasm/side-module';
import { addParts } from './add-parts';
import { suitsWinograd, winogradConvolution, winogradFilterGradient } from './winograd';

const { CONVOLVE_ROOM, PANEL } = sizes;

/** Convolution, forward and both gradients, for any stride, padding and dilation. */
export function installConvolution(side: SideModuleOf): void {
  replaceKernel('Conv2D', side, forward);
  replaceKernel('FusedConv2D', side, fused);
  replaceKernel('Conv2DBackpropInput', side, inputGradient);
  replaceKernel('Conv2DBackpropFilter', side, () => filterGradient);
}

/** x ∗ filter + bias, then ReLU: one pass. */
function convolve(
  side: SideModule,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  attributes: ConvolutionAttributes,
  bias?: tf.TensorInfo,
  relu = false,
): tf.TensorInfo {
  const g = convolutionGeometry(x.shape, filter.shape, attributes);
  expectShape('x', x, g.inShape);
  expectShape('the filter', filter, filter.shape);
  const out = side.backend.makeOutput(g.outShape, 'float32');
  if (relu) side.rectified.add(out.dataId);
  const at = {
    x: side.pointer(x),
    filter: side.pointer(filter),
    y: side.pointer(out),
    bias: bias ? side.pointer(bias) : 0,
  };
  const given = sizesOf(g);
  const threads = side.threadsFor(products(g));
  if (suitsWinograd(g, threads)) {
    winogradConvolution(side, threads, { ...at, ...given, relu: Number(relu), reversed: 0 });
    return out;
  }
  const rows = g.filterHeight * g.filterWidth * g.inChannels;
  const panelFloats = lines(inPanels(g.outChannels) * (rows + 1));
  const roomFloats = lines(CONVOLVE_ROOM + frameFloats(g));
  const panels = side.room(panelFloats + roomFloats * threads);
  const room = panels + panelFloats * 4;
  side.run('packFilter', 1, { filter: at.filter, panels, bias: at.bias, rows, out: g.outChannels });
  side.run('convolution', threads, { x: at.x, panels, y: at.y, room, ...given, relu: Number(relu), roomFloats });
  return out;
}

const forward =
  (theirs: Kernel): Kernel =>
  (call) => {
    const [x, filter] = [input(call.inputs, 'x'), input(call.inputs, 'filter')];
    const attributes = call.attributes as unknown as ConvolutionAttributes;
    if (x.dtype !== 'float32' || filter.dtype !== 'float32' || attributes.dataFormat === 'NCHW') return theirs(call);
    return convolve(call.side, x, filter, attributes);
  };

const fused =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { inputs, side } = call;
    const [x, filter, bias] = [input(inputs, 'x'), input(inputs, 'filter'), inputs['bias']];
    const attributes = call.attributes as unknown as ConvolutionAttributes & { activation: string };
    const g = convolutionGeometry(x.shape, filter.shape, attributes);
    const simple = attributes.activation === 'linear' || attributes.activation === 'relu';
    if (simple && (!bias || tf.util.sizeFromShape(bias.shape) === g.outChannels))
      return convolve(side, x, filter, attributes, bias, attributes.activation === 'relu');
    // XNNPACK computes "same" wrongly where (out − 1)·stride + kernel < in, and writes outside of its tensors: pass explicit paddings.
    const { top, bottom, left, right } = g.padInfo;
    const pad = [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ];
    return theirs({ inputs, side, attributes: { ...call.attributes, pad } });
  };

const inputGradient =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { inputs, side } = call;
    const [dy, filter] = [input(inputs, 'dy'), input(inputs, 'filter')];
    const attributes = call.attributes as unknown as ConvolutionAttributes & { inputShape: Four };
    if (attributes.dataFormat === 'NCHW') return theirs(call);
    const g = convolutionGeometry(attributes.inputShape, filter.shape, attributes);
    const [, height = 0, width = 0] = dy.shape;
    expectShape('dy', dy, [g.batchSize, height, width, g.outChannels]);
    expectShape('the filter', filter, filter.shape);
    const out = side.backend.makeOutput(g.inShape, 'float32');
    const at = { dy: side.pointer(dy), filter: side.pointer(filter), dx: side.pointer(out) };
    const threads = side.threadsFor(products(g), g.batchSize);
    if (suitsWinograd(g, threads) && height === g.outHeight && width === g.outWidth) {
      const pointers = { x: at.dy, filter: at.filter, y: at.dx, bias: 0 };
      winogradConvolution(side, threads, { ...pointers, ...backwards(g), relu: 0, reversed: 1 });
      return out;
    }
    const wide = inPanels(g.inChannels);
    const panelFloats = lines(wide * g.filterHeight * g.filterWidth * g.outChannels);
    const zeroFloats = lines(wide);
    const frame =
      (g.inHeight + g.filterHeight * g.dilationHeight) * (g.inWidth + g.filterWidth * g.dilationWidth) * g.outChannels;
    const roomFloats = lines(CONVOLVE_ROOM + frame);
    const panels = side.room(panelFloats + zeroFloats + roomFloats * threads);
    const zeros = panels + panelFloats * 4;
    const room = zeros + zeroFloats * 4;
    const given = { ...sizesOf(g), outHeight: height, outWidth: width };
    side.run('packReversedFilter', 1, { filter: at.filter, panels, zeros, ...given });
    side.run('convolutionInputGradient', threads, { dy: at.dy, panels, dx: at.dx, zeros, room, ...given, roomFloats });
    return out;
  };

/** The sizes of the 3 × 3 convolution of stride 1 that leads from dy to dx. */
function backwards(g: tf.backend_util.Conv2DInfo): ReturnType<typeof sizesOf> {
  const given = sizesOf(g);
  return {
    ...given,
    height: given.outHeight,
    width: given.outWidth,
    channels: given.out,
    outHeight: given.height,
    outWidth: given.width,
    out: given.channels,
    top: 2 - given.top,
    left: 2 - given.left,
  };
}

const filterGradient: Kernel = ({ inputs, attributes, side }) => {
  const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
  const a = attributes as unknown as ConvolutionAttributes & { filterShape: Four };
  const g = convolutionGeometry(x.shape, a.filterShape, a);
  expectShape('x', x, g.inShape);
  expectShape('dy', dy, g.outShape);
  const out = side.backend.makeOutput(a.filterShape, 'float32');
  if (a.filterShape.includes(0)) return out;
  const at = { x: side.pointer(x), dy: side.pointer(dy), dw: side.pointer(out) };
  const threads = side.threadsFor(products(g), g.batchSize);
  if (suitsWinograd(g, threads)) {
    winogradFilterGradient(side, threads, { ...at, ...sizesOf(g) });
    return out;
  }
  const rows = g.filterHeight * g.filterWidth * g.inChannels;
  const wide = inPanels(g.outChannels);
  const widened = wide === g.outChannels ? 0 : g.outHeight * g.outWidth * wide;
  const roomFloats = lines(rows * wide + PANEL + widened + frameFloats(g));
  const room = side.room(roomFloats * threads);
  side.run('convolutionFilterGradient', threads, { x: at.x, dy: at.dy, room, ...sizesOf(g), roomFloats });
  addParts(side, { to: at.dw, parts: room, roomFloats, threads, rows, columns: g.outChannels, wide });
  return out;
};
