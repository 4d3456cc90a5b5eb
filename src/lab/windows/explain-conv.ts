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
 * Opens a convolution: the window over the input, the products of its numbers with the kernel's, their sum, bias and
 * activation, and the output, place by place. Computed as TensorFlow does, in any stride, padding and dilation.
 *
 * @example
 * explainConv([[1, 2, 0], [0, 1, 3], [2, 1, 1]], [[1, 0], [0, -1]])
 * explainConv(image, model.layers[0])
 *
 * @param input one image: `[h, w]`, `[h, w, c]` or `[1, h, w, c]`, a tensor or lists
 * @param kernel `[kh, kw]`, or `[kh, kw, c, filters]`; or a Conv2D layer, whose strides, padding, dilation, bias and
 *   activation are then used
 * @param options see {@link ExplainConvOptions}; with a layer only `title`
 * @throws RangeError where the kernel does not fit the input, or stride and dilation are both above 1 (TensorFlow
 *   refuses that too)
 * @throws TypeError for other layers, and for activations that do not work number by number
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
