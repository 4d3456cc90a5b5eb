import * as tf from '@tensorflow/tfjs';
import { asPairs } from '../../tfjs-repairs';
import { sizes } from '../abi';

const { PANEL } = sizes;

export type Four = [number, number, number, number];
type ExplicitPadding = [[number, number], [number, number], [number, number], [number, number]];

export type Padding = 'valid' | 'same' | number | ExplicitPadding;

/** What tfjs passes to every convolution kernel. */
export interface ConvolutionAttributes {
  strides: [number, number] | number;
  pad: Padding;
  dataFormat?: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  dilations?: [number, number] | number | null;
}

/**
 * Sizes of a convolution over `[batch, height, width, channels]`, with every check that the kernels rely on.
 * @throws RangeError for a wrong rank, wrong channels, or channels first, which no wasm kernel takes.
 */
export function convolutionGeometry(
  input: readonly number[],
  filter: readonly number[],
  attributes: ConvolutionAttributes,
  depthwise = false,
): tf.backend_util.Conv2DInfo {
  const { strides, dataFormat, dimRoundingMode, dilations } = attributes;
  if (dataFormat && dataFormat !== 'NHWC') throw new RangeError(`channels first (${dataFormat}) has no wasm kernel`);
  if (!isFour(input) || !isFour(filter)) throw new RangeError(`a convolution of [${input}] with a filter [${filter}]`);
  if (input[3] !== filter[2])
    throw new RangeError(`a filter [${filter}] for ${filter[2]} channels meets [${input}] with ${input[3]}`);
  const pad = asPairs(attributes.pad);
  const geometry = tf.backend_util.computeConv2DInfo(
    input,
    filter,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    depthwise,
  );
  if (geometry.outHeight < 1 || geometry.outWidth < 1)
    throw new RangeError(`a filter [${filter}] is larger than [${input}]`);
  return geometry;
}

function isFour(shape: readonly number[]): shape is Four {
  return shape.length === 4;
}

/** The sizes of a convolution or a pooling, as the kernels name them (`abi.ts`). */
export function sizesOf(g: tf.backend_util.Conv2DInfo) {
  return {
    batch: g.batchSize,
    height: g.inHeight,
    width: g.inWidth,
    channels: g.inChannels,
    outHeight: g.outHeight,
    outWidth: g.outWidth,
    out: g.outChannels,
    filterHeight: g.filterHeight,
    filterWidth: g.filterWidth,
    strideY: g.strideHeight,
    strideX: g.strideWidth,
    top: g.padInfo.top,
    left: g.padInfo.left,
    dilationY: g.dilationHeight,
    dilationX: g.dilationWidth,
  };
}

/** Multiply-adds of a convolution. */
export function products(g: tf.backend_util.Conv2DInfo): number {
  return g.batchSize * g.outHeight * g.outWidth * g.outChannels * g.filterHeight * g.filterWidth * g.inChannels;
}

/** Floats of one image in its frame: all that the windows touch. */
export function frameFloats(g: tf.backend_util.Conv2DInfo): number {
  const height = (g.outHeight - 1) * g.strideHeight + (g.filterHeight - 1) * g.dilationHeight + 1;
  const width = (g.outWidth - 1) * g.strideWidth + (g.filterWidth - 1) * g.dilationWidth + 1;
  return height * width * g.inChannels;
}

/** Channels rounded up to whole panels. */
export function inPanels(channels: number): number {
  return Math.ceil(channels / PANEL) * PANEL;
}

/** Rounded up to whole cache lines of 16 floats. */
export function lines(floats: number): number {
  return Math.ceil(floats / 16) * 16;
}
