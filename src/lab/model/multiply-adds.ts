import * as tf from '@tensorflow/tfjs';
import { isLayer } from '../values/kinds';

/** A tensor's sizes; the first is the batch, and `null` is a size that the model leaves open. */
export type Sizes = readonly (number | null)[];

/**
 * How often a layer multiplies a weight by a value, and adds the product, for one example:
 * - Conv (height H and width W of the output, C channels, F filters): H·W·kh·kw·C·F; the same in one or three dimensions
 * - DepthwiseConv2D, M kernels per channel: H·W·kh·kw·C·M; SeparableConv2D: H·W·(kh·kw·C·M + C·M·F)
 * - Conv2DTranspose: the kernel is applied at every place of the *input*: h·w·kh·kw·C·F
 * - Dense: inputs · units, at every place of the axes before the last
 * - SimpleRNN, LSTM, GRU: the matrices of input and state, at every time step
 * - BatchNormalization (as in `predict`: one factor and one addition), LayerNormalization, PReLU: one per value
 * - a layer without weights, and an Embedding, which only looks up: none
 * @returns undefined for any other type of layer, and if a size is open
 */
export function multiplyAdds(layer: tf.layers.Layer, input: Sizes, output: Sizes): number | undefined {
  const matrices = layer.weights.map(({ shape }) => shape).filter(({ length }) => length >= 2);
  const kernels = matrices.reduce((sum, shape) => sum + (product(shape) ?? 0), 0);
  const type = layer.getClassName();
  if (/^(Separable|Depthwise)?Conv[123]D$/.test(type)) return times(kernels, places(output));
  if (/^Conv[23]DTranspose$/.test(type)) return times(kernels, places(input));
  switch (type) {
    case 'Dense':
      return times(kernels, places(input));
    case 'SimpleRNN':
    case 'LSTM':
    case 'GRU':
      return times(kernels, product(input.slice(1, 2)));
    case 'Bidirectional':
      return recurrent(layer) ? times(kernels, product(input.slice(1, 2))) : undefined;
    case 'TimeDistributed': {
      const own = innerOf(layer);
      const each = own && multiplyAdds(own, without(input), without(output));
      return each === undefined ? undefined : times(each, product(input.slice(1, 2)));
    }
    case 'BatchNormalization':
    case 'LayerNormalization':
    case 'PReLU':
      return product(output.slice(1));
    case 'Embedding':
      return 0;
    default:
      return layer.weights.length === 0 ? 0 : undefined;
  }
}

/** The number of places of a tensor: the product of all axes but batch and channels. */
function places(sizes: Sizes): number | undefined {
  return product(sizes.slice(1, -1));
}

function product(sizes: Sizes): number | undefined {
  let result = 1;
  for (const size of sizes) {
    if (size === null) return undefined;
    result *= size;
  }
  return result;
}

function times(one: number, other: number | undefined): number | undefined {
  return other === undefined ? undefined : one * other;
}

/** Sizes of one time step. */
function without([batch = null, , ...rest]: Sizes): Sizes {
  return [batch, ...rest];
}

function innerOf(layer: object): tf.layers.Layer | undefined {
  return 'layer' in layer && isLayer(layer.layer) ? layer.layer : undefined;
}

function recurrent(layer: object): boolean {
  const forward = 'forwardLayer' in layer ? layer.forwardLayer : undefined;
  return isLayer(forward) && ['SimpleRNN', 'LSTM', 'GRU'].includes(forward.getClassName());
}
