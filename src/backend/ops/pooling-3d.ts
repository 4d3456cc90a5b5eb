import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { expectShape, input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';

type Five = [number, number, number, number, number];
type Three = [number, number, number];
interface Attributes {
  filterSize: Three | number;
  strides: Three | number;
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/**
 * Max pooling in three dimensions and its gradient. tfjs's wasm kernel begins each maximum with the smallest positive number, so that it
 * loses what is negative. A maximum can be taken axis by axis: our own pooling over height and width, then over depth. The first of
 * equal maxima gets the gradient, in the order of the values, as it does in two dimensions.
 */
export function installPooling3d(side: SideModuleOf): void {
  replaceKernel('MaxPool3D', side, maxPool);
  replaceKernel('MaxPool3DGrad', side, () => gradient);
}

/** The two poolings that a pooling over `[batch, depth, height, width, channels]` consists of, with the shapes that they see. */
function inTwo(shape: readonly number[], attributes: tf.NamedAttrMap) {
  const { filterSize, strides, pad, dimRoundingMode } = attributes as unknown as Attributes;
  if (shape.length !== 5) throw new RangeError(`pooling over [${shape}]: it has not five axes`);
  const g = tf.backend_util.computePool3DInfo(shape as Five, filterSize, strides, 1, pad, dimRoundingMode);
  if (g.outDepth < 1 || g.outHeight < 1 || g.outWidth < 1)
    throw new RangeError(`a window [${g.filterDepth}, ${g.filterHeight}, ${g.filterWidth}] is larger than [${shape}]`);
  const { batchSize: batch, inDepth: depth, inHeight, inWidth, inChannels: channels, outHeight, outWidth } = g;
  const { front, back, top, bottom, left, right } = g.padInfo;
  const pairs = (first: [number, number], second: [number, number]) => [[0, 0], first, second, [0, 0]];
  return {
    outShape: g.outShape,
    planes: {
      shape: [batch * depth, inHeight, inWidth, channels],
      attributes: {
        filterSize: [g.filterHeight, g.filterWidth],
        strides: [g.strideHeight, g.strideWidth],
        pad: pairs([top, bottom], [left, right]),
      },
    },
    depths: {
      shape: [batch, depth, outHeight * outWidth, channels],
      attributes: {
        filterSize: [g.filterDepth, 1],
        strides: [g.strideDepth, 1],
        pad: pairs([front, back], [0, 0]),
      },
    },
    between: [batch * depth, outHeight, outWidth, channels],
    after: [batch, g.outDepth, outHeight * outWidth, channels],
  };
}

/** Another kernel of the same backend. What it returns is the caller's to free. */
function run(kernel: string, backend: BackendWasm, inputs: tf.NamedTensorInfoMap, attrs: object): tf.TensorInfo {
  const { kernelFunc } = tf.getKernel(kernel, 'wasm');
  return kernelFunc({ inputs, backend, attrs: attrs as tf.NamedAttrMap }) as tf.TensorInfo;
}

const as = (tensor: tf.TensorInfo, shape: number[]): tf.TensorInfo => ({ ...tensor, shape });

const maxPool =
  (theirs: Kernel): Kernel =>
  (call) => {
    const x = input(call.inputs, 'x');
    if (x.dtype !== 'float32') return theirs(call);
    const { backend } = call.side;
    const { planes, depths, outShape } = inTwo(x.shape, call.attributes);
    const over = run('MaxPool', backend, { x: as(x, planes.shape) }, planes.attributes);
    const out = run('MaxPool', backend, { x: as(over, depths.shape) }, depths.attributes);
    backend.disposeData(over.dataId);
    return as(out, outShape);
  };

const gradient: Kernel = ({ inputs, attributes, side }) => {
  const [dy, x] = [input(inputs, 'dy'), input(inputs, 'input')];
  const { backend } = side;
  const { planes, depths, outShape, between, after } = inTwo(x.shape, attributes);
  expectShape('dy', dy, outShape);
  expectShape('x', x, x.shape);
  const over = run('MaxPool', backend, { x: as(x, planes.shape) }, planes.attributes);
  const byDepth = { dy: as(dy, after), input: as(over, depths.shape) };
  const dOver = run('MaxPoolGrad', backend, byDepth, depths.attributes);
  const dx = run('MaxPoolGrad', backend, { dy: as(dOver, between), input: as(x, planes.shape) }, planes.attributes);
  for (const { dataId } of [over, dOver]) backend.disposeData(dataId);
  return as(dx, [...x.shape]);
};
