import type * as tf from '@tensorflow/tfjs';
import { checkOptions } from '../values/check-options';
import { convRules, titleRules, type ExplainConvOptions } from './explain-options';
import { isLayer } from '../values/kinds';
import { windowOfLayer, windowOfOptions } from './layer-window';
import { checkNumbers, type NumberSource } from '../values/read-numbers';
import { showWindow } from './show-window';
import { stage } from '../stage';
import { convolutionStep, stackOf } from './window-step';

/**
 * Opens a convolution, place by place: the window over the input, the products of its numbers with the kernel's, their sum
 * with bias and activation, and the output. It computes what TensorFlow computes, for any stride, padding and dilation.
 *
 * ```ts
 * explainConv([[1, 2, 0], [0, 1, 3], [2, 1, 1]], [[1, 0], [0, -1]])
 * explainConv(image, model.layers[0])
 * ```
 *
 * @param input one image `[h, w]`, `[h, w, c]` or `[1, h, w, c]`, as a tensor or nested lists
 * @param kernel `[kh, kw]` or `[kh, kw, c, filters]`, as a tensor or nested lists; or a Conv2D layer, which then also gives
 *   strides, padding, dilation, bias and activation
 * @param options see `ExplainConvOptions`; with a layer only `title`
 * @throws RangeError if the kernel does not fit the input, or if both stride and dilation are above 1 (TensorFlow refuses that
 *   too)
 * @throws TypeError for any other layer, for an activation that needs more than one number at a time (softmax), or for an
 *   unknown option
 */
export function explainConv(
  input: NumberSource,
  kernel: NumberSource | tf.layers.Layer,
  options: ExplainConvOptions = {},
): void {
  const here = stage();
  const verb = 'explainConv';
  checkOptions(verb, options, isLayer(kernel) ? titleRules : convRules);
  const layer = isLayer(kernel) ? windowOfLayer(verb, kernel, ['Conv2D']) : undefined;
  const { moves, bias, activation } = layer ?? windowOfOptions(verb, options);
  const image = checkNumbers(verb, 'input', input, [2, 3, 4]);
  const weights = layer?.kernel ?? checkNumbers(verb, 'kernel', kernel, [2, 4]);
  showWindow(here, options.title, { image, weights, bias }, (numbers) => {
    const finish = { bias: numbers.bias?.values, activation };
    return [convolutionStep(verb, stackOf(verb, numbers.image), numbers.weights, moves, finish)];
  });
}
