import * as tf from '@tensorflow/tfjs';
import { expectShape, input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';

type Five = [number, number, number, number, number];
interface Attributes {
  strides: [number, number, number] | number;
  pad: 'valid' | 'same';
}

/**
 * Both gradients of a convolution in three dimensions: tfjs's wasm backend computes one of them wrongly, and the other wrongly if
 * there are strides.
 */
export function installConvolution3d(side: SideModuleOf): void {
  replaceKernel('Conv3DBackpropInputV2', side, () => inputGradient);
  replaceKernel('Conv3DBackpropFilterV2', side, () => filterGradient);
}

function geometry(image: number[], filter: number[], attributes: tf.NamedAttrMap): tf.backend_util.Conv3DInfo {
  const { strides, pad } = attributes as unknown as Attributes;
  if (!isFive(image) || !isFive(filter) || image[4] !== filter[3])
    throw new RangeError(`a filter [${filter}] for [${image}]`);
  return tf.backend_util.computeConv3DInfo(image, filter, strides, 1, pad);
}

function isFive(shape: number[]): shape is Five {
  return shape.length === 5;
}

/** The sizes of a convolution, as the kernels name them (`abi.ts`). dy may be larger than the forward pass would make it. */
function sizesOf(g: tf.backend_util.Conv3DInfo, [, outDepth = 0, outHeight = 0, outWidth = 0]: number[]) {
  return {
    batch: g.batchSize,
    depth: g.inDepth,
    height: g.inHeight,
    width: g.inWidth,
    channels: g.inChannels,
    outDepth,
    outHeight,
    outWidth,
    out: g.outChannels,
    filterDepth: g.filterDepth,
    filterHeight: g.filterHeight,
    filterWidth: g.filterWidth,
    strideZ: g.strideDepth,
    strideY: g.strideHeight,
    strideX: g.strideWidth,
    front: g.padInfo.front,
    top: g.padInfo.top,
    left: g.padInfo.left,
  };
}

const inputGradient: Kernel = ({ inputs, attributes, side }) => {
  const [dy, filter] = [input(inputs, 'dy'), input(inputs, 'filter')];
  const shape = attributes['inputShape'] as number[];
  const g = geometry(shape, filter.shape, attributes);
  // A transposed convolution may bring more than the forward pass would make.
  const [, depth = 0, height = 0, width = 0] = dy.shape;
  expectShape('dy', dy, [g.batchSize, depth, height, width, g.outChannels]);
  expectShape('the filter', filter, filter.shape);
  const out = side.backend.makeOutput(shape, 'float32');
  const pointers = { dy: side.pointer(dy), filter: side.pointer(filter), dx: side.pointer(out) };
  const threads = side.threadsFor(tf.util.sizeFromShape(dy.shape) * 8);
  side.run('convolution3dInputGradient', threads, { ...pointers, ...sizesOf(g, dy.shape) });
  return out;
};

const filterGradient: Kernel = ({ inputs, attributes, side }) => {
  const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
  const shape = attributes['filterShape'] as number[];
  const g = geometry(x.shape, shape, attributes);
  expectShape('x', x, g.inShape);
  expectShape('dy', dy, g.outShape);
  const out = side.backend.makeOutput(shape, 'float32');
  const pointers = { x: side.pointer(x), dy: side.pointer(dy), dw: side.pointer(out) };
  const threads = side.threadsFor(tf.util.sizeFromShape(dy.shape) * 8);
  side.run('convolution3dFilterGradient', threads, { ...pointers, ...sizesOf(g, dy.shape) });
  return out;
};
