import * as tf from '@tensorflow/tfjs';

/** What tfjs passes to every convolution kernel. */
export interface ConvolutionAttributes {
  strides: [number, number] | number;
  pad: 'valid' | 'same' | number | ExplicitPadding;
  dataFormat?: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  dilations?: [number, number] | number | null;
}

/**
 * Sizes of a convolution over `[batch, height, width, channels]`, where everything is checked that a kernel takes for granted.
 * @throws RangeError for a wrong rank, wrong channels, or channels first, which wasm kernels do not do.
 */
export function convolutionGeometry(
  input: number[],
  filter: number[],
  attributes: ConvolutionAttributes,
  depthwise = false,
): tf.backend_util.Conv2DInfo {
  const { strides, pad, dataFormat, dimRoundingMode, dilations } = attributes;
  if (dataFormat && dataFormat !== 'NHWC') throw new RangeError(`channels first (${dataFormat}) has no wasm kernel`);
  if (!isFour(input) || !isFour(filter)) throw new RangeError(`a convolution of [${input}] with a filter [${filter}]`);
  if (input[3] !== filter[2])
    throw new RangeError(`input channels ${input[3]} of [${input}], ${filter[2]} of [${filter}]`);
  return tf.backend_util.computeConv2DInfo(input, filter, strides, dilations ?? 1, pad, dimRoundingMode, depthwise);
}

type ExplicitPadding = [[number, number], [number, number], [number, number], [number, number]];
type Four = [number, number, number, number];
function isFour(shape: number[]): shape is Four {
  return shape.length === 4;
}
