import * as tf from '@tensorflow/tfjs';
import { calls } from '../../../.generated/tfjs-options.json';
import { checkOptions } from '../check-options';
import { replaceMethod } from '../replace-method';

/** Where each method has its options, and which ours adds. */
const methods = [
  ['fit', 2, []],
  ['fitDataset', 1, []],
  ['evaluate', 2, []],
  ['evaluateDataset', 1, []],
  ['compile', 0, ['lossWeights']],
] as const;

/**
 * Options of `fit`, `compile` and their like, and names of callbacks, that do not exist, such as `batch_size`. Fault: they are ignored
 * without a word. Keras: an error.
 */
export function refuseUnknownOptions(): void {
  for (const [method, place, added] of methods)
    replaceMethod<tf.LayersModel, unknown[], unknown>(tf.LayersModel.prototype, method, (theirs) => {
      return function (...values) {
        const options = values[place];
        if (isPlain(options)) {
          checkOptions(`model.${method}`, options, [...calls[method], ...added]);
          for (const callback of [Reflect.get(options, 'callbacks')].flat())
            if (isPlain(callback)) checkOptions(`model.${method}: callbacks`, callback, calls.callbacks);
        }
        return theirs.apply(this, values);
      };
    });
}

/** An object as it is written in braces: instances of classes have methods of their own. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
