import * as tf from '@tensorflow/tfjs';
import { say } from '../words';
import { shapeText } from './describe';

/** A layer's kernels, [height, width, input channels, filters]; `depthwise` ones belong to one input channel each. */
export interface Kernels {
  weights: tf.Tensor4D;
  depthwise: boolean;
}

/**
 * The kernels of a convolution layer; the caller disposes what `weights` is made of by calling this inside `tf.tidy`.
 * @throws TypeError for a layer without kernels
 */
export function kernelsOf(verb: string, layer: tf.layers.Layer): Kernels {
  const type = layer.getClassName();
  const kernel = layer.getWeights().find(({ shape }) => shape.length === 4 || shape.length === 3);
  if (!kernel || !type.includes('Conv')) throw new TypeError(noKernels(verb, layer, type));
  // A one-dimensional kernel is one row high.
  const flat = kernel.rank === 3 ? kernel.expandDims<tf.Tensor4D>(0) : kernel.clone().as4D(...size(kernel.shape));
  // The transposed convolution keeps its filters before its input channels.
  const weights = type === 'Conv2DTranspose' ? flat.transpose<tf.Tensor4D>([0, 1, 3, 2]) : flat;
  return { weights, depthwise: type === 'DepthwiseConv2D' || type === 'SeparableConv2D' };
}

function noKernels(verb: string, layer: tf.layers.Layer, type: string): string {
  const shapes = layer.getWeights().map(({ shape }) => shapeText(shape));
  return say('lab.filters.none', { verb, name: layer.name, type, shapes: shapes.join(', ') || '–' });
}

function size([height = 1, width = 1, channels = 1, filters = 1]: number[]): [number, number, number, number] {
  return [height, width, channels, filters];
}
