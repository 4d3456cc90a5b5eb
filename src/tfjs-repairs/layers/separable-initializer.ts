import * as tf from '@tensorflow/tfjs';
import { replaceLoading } from '../replace-method';

interface Options {
  pointwiseInitializer?: unknown;
  [name: string]: unknown;
}
interface Initialized {
  pointwiseInitializer: unknown;
}

/**
 * `separableConv2d({ pointwiseInitializer })`.
 * Fault: the constructor gives `depthwiseInitializer` to both kernels (layers/convolutional.ts).
 * Keras: each kernel has its own, glorotUniform by default (layers/convolutional/base_separable_conv.py).
 */
export function repairSeparableInitializer(): void {
  replaceLoading<Options>('SeparableConv2D', (config, theirs) => withPointwise(theirs(config) as Initialized, config));
}

/** The same for the function that cells call. */
export function separableConv2d(options: Options): unknown {
  const make = tf.layers.separableConv2d as unknown as (options: Options) => Initialized;
  return withPointwise(make(options), options);
}

function withPointwise(layer: Initialized, options: Options): Initialized {
  layer.pointwiseInitializer = initializerOf(options.pointwiseInitializer ?? 'glorotUniform');
  return layer;
}

/** tfjs does not export how it turns a name into an initializer, but a layer that was given one holds it. */
function initializerOf(given: unknown): unknown {
  const options = { filters: 1, kernelSize: 1, kernelInitializer: given as 'zeros' };
  return (tf.layers.conv2d(options) as unknown as { kernelInitializer: unknown }).kernelInitializer;
}
