import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { installSamePadding } from './same-padding';
import { convolutionGeometry, type ConvolutionAttributes } from '../src/backend/ops/geometry';

type Infos = Record<string, tf.TensorInfo | undefined>;
type Kernel = (inputs: Infos, attributes: tf.NamedAttrMap, backend: BackendWasm) => tf.TensorInfo;

/** The gradients that tfjs's wasm backend lacks or computes wrongly, made of kernels that it has, and of loops. */
export function installComposedGradients(): void {
  installSamePadding();
  register('Conv2DBackpropFilter', filterGradient);
  register('MaxPoolGrad', maxPoolGradient);
  register('DepthwiseConv2dNativeBackpropInput', depthwiseInputGradient);
  register('DepthwiseConv2dNativeBackpropFilter', depthwiseFilterGradient);
  register('UnsortedSegmentSum', segmentSum);
}

function register(kernelName: string, kernel: Kernel): void {
  if (tf.getKernel(kernelName, 'wasm')) tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) => kernel(inputs, attrs ?? {}, backend as BackendWasm),
  });
}

function call(name: string, inputs: Infos, attrs: tf.NamedAttrMap, backend: BackendWasm): tf.TensorInfo {
  const made = tf.getKernel(name, 'wasm').kernelFunc({ inputs, attrs, backend });
  if (Array.isArray(made)) throw new Error(`${name} made several tensors`);
  return made;
}

function input(infos: Infos, name: string): tf.TensorInfo {
  const info = infos[name];
  if (!info) throw new Error(`missing input ${name}`);
  return info;
}

/** dW as a convolution of x with dy, batch and channels swapped; the stride becomes a dilation. */
const filterGradient: Kernel = (inputs, attributes, backend) => {
  const { x, dy } = { x: input(inputs, 'x'), dy: input(inputs, 'dy') };
  const a = attributes as unknown as ConvolutionAttributes & { filterShape: [number, number, number, number] };
  const g = convolutionGeometry(x.shape, a.filterShape, a);
  const swapped = call('Transpose', { x }, { perm: [3, 1, 2, 0] }, backend);
  const kernel = call('Transpose', { x: dy }, { perm: [1, 2, 0, 3] }, backend);
  const below = (g.outHeight - 1) * g.strideHeight + g.filterHeight - g.inHeight - g.padInfo.top;
  const right = (g.outWidth - 1) * g.strideWidth + g.filterWidth - g.inWidth - g.padInfo.left;
  const size = [g.inChannels, g.inHeight + Math.min(0, below), g.inWidth + Math.min(0, right), g.batchSize];
  const used = call('Slice', { x: swapped }, { begin: [0, 0, 0, 0], size }, backend);
  const pad = [
    [0, 0],
    [g.padInfo.top, Math.max(0, below)],
    [g.padInfo.left, Math.max(0, right)],
    [0, 0],
  ];
  const dilations = [g.strideHeight, g.strideWidth];
  const attrs = { strides: [1, 1], pad, dilations, dataFormat: 'NHWC' };
  const out = call('Conv2D', { x: used, filter: kernel }, attrs, backend);
  const result = call('Transpose', { x: out }, { perm: [1, 2, 0, 3] }, backend);
  for (const spent of [swapped, kernel, used, out]) backend.disposeData(spent.dataId);
  return result;
};

/** The first maximum of each window takes the window's gradient, as on the cpu backend. */
const maxPoolGradient: Kernel = (inputs, attributes, backend) => {
  const { x, dy } = { x: input(inputs, 'input'), dy: input(inputs, 'dy') };
  const a = attributes as unknown as { filterSize: number; strides: number; pad: 'same'; dimRoundingMode?: 'floor' };
  const shape = x.shape as [number, number, number, number];
  const g = tf.backend_util.computePool2DInfo(shape, a.filterSize, a.strides, 1, a.pad, a.dimRoundingMode);
  const out = backend.makeOutput(x.shape, 'float32');
  const [from, gradient, to] = [floats(backend, x), floats(backend, dy), floats(backend, out)];
  to.fill(0);
  const c = g.inChannels;
  for (let n = 0; n < g.batchSize; n++)
    for (let oy = 0; oy < g.outHeight; oy++)
      for (let ox = 0; ox < g.outWidth; ox++)
        for (let k = 0; k < c; k++) {
          let [best, place] = [-Infinity, -1];
          for (let fy = 0; fy < g.filterHeight; fy++) {
            const y = oy * g.strideHeight - g.padInfo.top + fy;
            if (y < 0 || y >= g.inHeight) continue;
            for (let fx = 0; fx < g.filterWidth; fx++) {
              const column = ox * g.strideWidth - g.padInfo.left + fx;
              if (column < 0 || column >= g.inWidth) continue;
              const at = ((n * g.inHeight + y) * g.inWidth + column) * c + k;
              if (from[at]! > best) [best, place] = [from[at]!, at];
            }
          }
          if (place >= 0) to[place]! += gradient[((n * g.outHeight + oy) * g.outWidth + ox) * c + k]!;
        }
  return out;
};

const depthwiseInputGradient: Kernel = (inputs, attributes, backend) => {
  const { filter, dy } = { filter: input(inputs, 'filter'), dy: input(inputs, 'dy') };
  const a = attributes as unknown as ConvolutionAttributes & { inputShape: number[] };
  const g = convolutionGeometry(a.inputShape, filter.shape, a, true);
  const out = backend.makeOutput(a.inputShape, 'float32');
  const [w, gradient, to] = [floats(backend, filter), floats(backend, dy), floats(backend, out)];
  to.fill(0);
  eachProduct(g, (xAt, wAt, yAt) => (to[xAt]! += gradient[yAt]! * w[wAt]!));
  return out;
};

const depthwiseFilterGradient: Kernel = (inputs, attributes, backend) => {
  const { x, dy } = { x: input(inputs, 'x'), dy: input(inputs, 'dy') };
  const a = attributes as unknown as ConvolutionAttributes & { filterShape: number[] };
  const g = convolutionGeometry(x.shape, a.filterShape, a, true);
  const out = backend.makeOutput(a.filterShape, 'float32');
  const [from, gradient, to] = [floats(backend, x), floats(backend, dy), floats(backend, out)];
  to.fill(0);
  eachProduct(g, (xAt, wAt, yAt) => (to[wAt]! += gradient[yAt]! * from[xAt]!));
  return out;
};

/** Visits every product of a depthwise convolution: places in x, in the filter, in y. */
function eachProduct(g: tf.backend_util.Conv2DInfo, visit: (x: number, w: number, y: number) => void): void {
  const many = g.outChannels;
  const per = many / g.inChannels;
  for (let n = 0; n < g.batchSize; n++)
    for (let oy = 0; oy < g.outHeight; oy++)
      for (let fy = 0; fy < g.filterHeight; fy++) {
        const y = oy * g.strideHeight - g.padInfo.top + fy * g.dilationHeight;
        if (y < 0 || y >= g.inHeight) continue;
        for (let ox = 0; ox < g.outWidth; ox++)
          for (let fx = 0; fx < g.filterWidth; fx++) {
            const column = ox * g.strideWidth - g.padInfo.left + fx * g.dilationWidth;
            if (column < 0 || column >= g.inWidth) continue;
            const x = ((n * g.inHeight + y) * g.inWidth + column) * g.inChannels;
            const w = (fy * g.filterWidth + fx) * many;
            const to = ((n * g.outHeight + oy) * g.outWidth + ox) * many;
            for (let k = 0; k < many; k++) visit(x + Math.floor(k / per), w + k, to + k);
          }
      }
}

const segmentSum: Kernel = (inputs, attributes, backend) => {
  const { x, segmentIds } = { x: input(inputs, 'x'), segmentIds: input(inputs, 'segmentIds') };
  const segments = attributes['numSegments'] as number;
  const count = tf.util.sizeFromShape(segmentIds.shape);
  const row = x.shape.slice(segmentIds.shape.length);
  const out = backend.makeOutput([segments, ...row], x.dtype);
  const [from, ids, to] = [
    backend.typedArrayFromHeap(x),
    backend.typedArrayFromHeap(segmentIds),
    backend.typedArrayFromHeap(out),
  ];
  const width = tf.util.sizeFromShape(row);
  to.fill(0);
  for (let i = 0; i < count; i++) {
    const segment = ids[i]!;
    if (segment >= 0 && segment < segments)
      for (let j = 0; j < width; j++) to[segment * width + j]! += from[i * width + j]!;
  }
  return out;
};

function floats(backend: BackendWasm, info: tf.TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(info) as Float32Array;
}
