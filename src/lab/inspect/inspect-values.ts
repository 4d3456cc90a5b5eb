import * as tf from '@tensorflow/tfjs';
import { call } from '../model/forward';
import type { ModelStep } from '../model/model-steps';

/** The outputs of each step, computed as in `predict`. Call it in a tidy. */
export function valuesOf(steps: readonly ModelStep[], inputs: readonly tf.Tensor[]): tf.Tensor[][] {
  const waiting = [...inputs];
  const made: tf.Tensor[][] = [];
  for (const { layer, from } of steps) {
    if (layer.getClassName() === 'InputLayer') {
      made.push(waiting.splice(0, 1));
      continue;
    }
    const read = from.flatMap(({ step, output }) => made[step]?.[output] ?? []);
    made.push(call(layer, read));
  }
  return made;
}
