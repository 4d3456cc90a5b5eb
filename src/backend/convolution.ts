import * as tf from '@tensorflow/tfjs';
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
import { suitsWinograd, winogradConvolution, winogradFilterGradient } from './winograd';

/** Floats that `convolvePlane` keeps for itself (CONVOLVE_ROOM in the kernels). */
const own = 32;

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
  const [xAt, filterAt, outAt, biasAt] = [
    side.pointer(x),
    side.pointer(filter),
    side.pointer(out),
    bias ? side.pointer(bias) : 0,
  ];
  const threads = side.threadsFor(products(g));
  if (suitsWinograd(g, threads)) {
    const { batchSize: batch, padInfo } = g;
    const [input, output] = planes(g);
    const pointers = { from: xAt, filter: filterAt, to: outAt, bias: biasAt };
    winogradConvolution(side, {
      ...pointers,
      threads,
      input,
      output,
      batch,
      top: padInfo.top,
      left: padInfo.left,
      reversed: false,
      relu,
    });
    return out;
  }
  const rows = g.filterHeight * g.filterWidth * g.inChannels;
  const panels = lines(Math.ceil(g.outChannels / 8) * 8 * (rows + 1));
  const each = lines(own + frameFloats(g));
  const room = side.room(panels + each * threads);
  side.run('packFilter', 1, [filterAt, room, rows, g.outChannels, biasAt]);
  const dilations = [g.dilationHeight, g.dilationWidth];
  side.run('convolution', threads, [
    xAt,
    room,
    outAt,
    ...sizes(g),
    ...dilations,
    relu ? 1 : 0,
    room + panels * 4,
    each,
  ]);
  return out;
}

/** Height, width and channels of input and output. */
function planes(g: tf.backend_util.Conv2DInfo): [[number, number, number], [number, number, number]] {
  return [
    [g.inHeight, g.inWidth, g.inChannels],
    [g.outHeight, g.outWidth, g.outChannels],
  ];
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
    // XNNPACK's own reckoning of "same" writes outside of its tensors where (out − 1)·stride + kernel < in: tell it the numbers.
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
    const [dyAt, filterAt, outAt] = [side.pointer(dy), side.pointer(filter), side.pointer(out)];
    const threads = Math.min(side.threadsFor(products(g)), g.batchSize);
    if (suitsWinograd(g, threads) && height === g.outHeight && width === g.outWidth) {
      const { batchSize: batch, padInfo } = g;
      const [output, from] = planes(g);
      const pointers = { from: dyAt, filter: filterAt, to: outAt, bias: 0 };
      const [top, left] = [2 - padInfo.top, 2 - padInfo.left];
      winogradConvolution(side, {
        ...pointers,
        threads,
        input: from,
        output,
        batch,
        top,
        left,
        reversed: true,
        relu: false,
      });
      return out;
    }
    const wide = Math.ceil(g.inChannels / 8) * 8;
    const panels = lines(wide * g.filterHeight * g.filterWidth * g.outChannels);
    const zeros = lines(wide);
    const frame =
      (g.inHeight + g.filterHeight * g.dilationHeight) * (g.inWidth + g.filterWidth * g.dilationWidth) * g.outChannels;
    const each = lines(own + frame);
    const room = side.room(panels + zeros + each * threads);
    const numbers = sizes(g);
    numbers.splice(4, 2, height, width);
    const tail = numbers.slice(-4);
    const [zerosAt, framesAt] = [room + panels * 4, room + (panels + zeros) * 4];
    const filterSizes = [g.filterHeight, g.filterWidth, g.inChannels, g.outChannels];
    side.run('packReversedFilter', 1, [filterAt, room, ...filterSizes, ...tail, zerosAt]);
    const dilations = [g.dilationHeight, g.dilationWidth];
    side.run('convolutionInputGradient', threads, [
      dyAt,
      room,
      outAt,
      ...numbers,
      ...dilations,
      zerosAt,
      framesAt,
      each,
    ]);
    return out;
  };

const filterGradient: Kernel = ({ inputs, attributes, side }) => {
  const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
  const a = attributes as unknown as ConvolutionAttributes & { filterShape: Four };
  const g = convolutionGeometry(x.shape, a.filterShape, a);
  expectShape('x', x, g.inShape);
  expectShape('dy', dy, g.outShape);
  const out = side.backend.makeOutput(a.filterShape, 'float32');
  const [xAt, dyAt, outAt] = [side.pointer(x), side.pointer(dy), side.pointer(out)];
  const threads = Math.min(side.threadsFor(products(g)), g.batchSize);
  if (suitsWinograd(g, threads)) {
    winogradFilterGradient(side, g, threads, xAt, dyAt, outAt);
    return out;
  }
  const rows = g.filterHeight * g.filterWidth * g.inChannels;
  const wide = Math.ceil(g.outChannels / 8) * 8;
  const widened = wide === g.outChannels ? 0 : g.outHeight * g.outWidth * wide;
  const each = lines(rows * wide + 8 + widened + frameFloats(g));
  const room = side.room(each * threads);
  side.run('convolutionFilterGradient', threads, [
    xAt,
    dyAt,
    0,
    ...sizes(g),
    g.dilationHeight,
    g.dilationWidth,
    room,
    each,
  ]);
  side.run('addParts', 1, [outAt, room, each, threads, rows, g.outChannels, wide, 0, 0]);
  return out;
};
