import type * as tf from '@tensorflow/tfjs';
import { checkOptions } from '../values/check-options';
import { poolRules, type ExplainPoolOptions } from './explain-options';
import { isLayer } from '../values/kinds';
import { checkType, pair } from './layer-window';
import { checkNumbers, type NumberSource } from '../values/read-numbers';
import { showWindow } from './show-window';
import { stage } from '../stage';
import { poolStep, stackOf, type Moves } from './window-step';

/**
 * Opens a pooling, place by place: the window over the input, and the largest number or the mean in it. As in TensorFlow,
 * places outside the input do not count, neither as zeros nor in the mean.
 *
 * ```ts
 * explainPool([[1, 2, 5, 0], [3, 4, 1, 1]], { type: 'max', size: 2 })
 * explainPool(image, model.layers[1])
 * ```
 *
 * @param input one image `[h, w]`, `[h, w, c]` or `[1, h, w, c]`, as a tensor or nested lists
 * @param how see `ExplainPoolOptions`; or a MaxPooling2D or AveragePooling2D layer
 * @throws RangeError if the window does not fit the input
 * @throws TypeError for any other layer, or for an unknown option
 */
export function explainPool(input: NumberSource, how: ExplainPoolOptions | tf.layers.Layer = {}): void {
  const here = stage();
  const verb = 'explainPool';
  const { title, mode, size, moves } = poolOf(verb, how);
  const image = checkNumbers(verb, 'input', input, [2, 3, 4]);
  showWindow(here, title, { image }, (numbers) => [
    poolStep(verb, stackOf(verb, numbers.image), mode, { ...moves, size }),
  ]);
}

interface Pool {
  title: string | undefined;
  mode: 'max' | 'average';
  size: [number, number];
  moves: Moves;
}

function poolOf(verb: string, how: ExplainPoolOptions | tf.layers.Layer): Pool {
  const dilation: Moves['dilation'] = [1, 1];
  if (isLayer(how)) {
    checkType(verb, how, ['MaxPooling2D', 'AveragePooling2D']);
    const { poolSize, strides, padding } = how.getConfig();
    return {
      title: undefined,
      mode: how.getClassName() === 'MaxPooling2D' ? 'max' : 'average',
      size: pair(poolSize),
      moves: { strides: pair(strides), dilation, padding: padding === 'same' ? 'same' : 'valid' },
    };
  }
  checkOptions(verb, how, poolRules);
  const { title, type = 'max', size = 2, strides = size, padding = 'valid' } = how;
  return { title, mode: type, size: pair(size), moves: { strides: pair(strides), dilation, padding } };
}
