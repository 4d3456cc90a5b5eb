import type * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { checkOptions } from '../values/check-options';
import { describe, shapeText } from '../values/describe';
import { convRules, titleRules, type ExplainConvOptions } from './explain-options';
import { isLayer, isPlain } from '../values/kinds';
import { windowOfLayer, windowOfOptions } from './layer-window';
import { checkNumbers, type Numbers, type NumberSource } from '../values/read-numbers';
import { showWindow } from './show-window';
import { stage } from '../stage';
import { convolutionStep, stackOf, type Moves } from './window-step';

/** The kernels of a separable convolution. */
export interface SeparableKernels {
  /** `[kh, kw, c, M]`: M kernels for each input channel. */
  depthwise: NumberSource;
  /** `[1, 1, c · M, filters]`: how much of each result goes into each filter. Default: none, a depthwise convolution alone. */
  pointwise?: NumberSource;
}

/**
 * Opens a separable convolution: first the depthwise step, in which each channel has its own kernels, then the pointwise
 * step, which mixes the channels. It compares the weights and multiply-adds of both steps with those of a plain convolution of
 * the same shape.
 *
 * ```ts
 * explainSeparable(photo, { depthwise: tf.randomNormal([3, 3, 3, 1]), pointwise: tf.randomNormal([1, 1, 3, 8]) })
 * explainSeparable(image, model.getLayer('separable'))
 * ```
 *
 * @param input one image `[h, w, c]` or `[1, h, w, c]`, as a tensor or nested lists
 * @param kernels see `SeparableKernels`; or a SeparableConv2D or DepthwiseConv2D layer, which then also gives strides, padding,
 *   dilation, bias and activation
 * @param options see `ExplainConvOptions`: strides, padding and dilation apply to the depthwise step, bias and activation to
 *   the last one; with a layer only `title`
 * @throws RangeError if the kernels do not fit the input or each other
 * @throws TypeError for any other layer, for an activation that needs more than one number at a time (softmax), or for an
 *   unknown option
 */
export function explainSeparable(
  input: NumberSource,
  kernels: SeparableKernels | tf.layers.Layer,
  options: ExplainConvOptions = {},
): void {
  const here = stage();
  const verb = 'explainSeparable';
  checkOptions(verb, options, isLayer(kernels) ? titleRules : convRules);
  const layer = isLayer(kernels) ? windowOfLayer(verb, kernels, ['SeparableConv2D', 'DepthwiseConv2D']) : undefined;
  const { moves, bias, activation } = layer ?? windowOfOptions(verb, options);
  const image = checkNumbers(verb, 'input', input, [2, 3, 4]);
  const { depthwise, pointwise } = layer
    ? { depthwise: layer.kernel, pointwise: layer.second }
    : givenKernels(verb, kernels);
  showWindow(here, options.title, { image, depthwise, pointwise, bias }, (numbers) => {
    const finish = { bias: numbers.bias?.values, activation };
    const planes = stackOf(verb, numbers.image);
    const depthwiseMoves = { ...moves, depthwise: true };
    if (!numbers.pointwise) return [convolutionStep(verb, planes, numbers.depthwise, depthwiseMoves, finish)];
    const first = convolutionStep(verb, planes, numbers.depthwise, depthwiseMoves);
    return [first, convolutionStep(verb, first.output, numbers.pointwise, still, finish)];
  });
}

/** The pointwise window: one number, at every place. */
const still: Moves = { strides: [1, 1], dilation: [1, 1], padding: 'valid' };

interface Kernels {
  depthwise: tf.Tensor | Numbers;
  pointwise: tf.Tensor | Numbers | undefined;
}

function givenKernels(verb: string, kernels: unknown): Kernels {
  if (!isPlain(kernels)) throw new TypeError(say('lab.windows.kernels', { verb, value: describe(kernels) }));
  const { depthwise, pointwise } = kernels;
  return {
    depthwise: checkNumbers(verb, 'depthwise', depthwise, [4]),
    pointwise:
      pointwise === undefined ? undefined : checkPointwise(verb, checkNumbers(verb, 'pointwise', pointwise, [4])),
  };
}

function checkPointwise(verb: string, kernel: tf.Tensor | Numbers): tf.Tensor | Numbers {
  const { shape } = kernel;
  if (shape[0] === 1 && shape[1] === 1) return kernel;
  throw new RangeError(say('lab.windows.pointwise', { verb, shape: shapeText(shape) }));
}
