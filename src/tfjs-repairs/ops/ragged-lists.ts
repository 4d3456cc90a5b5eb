import * as tf from '@tensorflow/tfjs';

/**
 * `tf.tensor([[1], [2, 3]])`. Fault: tfjs takes the shape of the first row, [2, 1], and drops the 3 without a word; it looks at the other
 * rows only in its debug mode (tfjs-core, tensor_util_env.ts, `inferShape`). NumPy, and with it Keras, refuses a list of unequal rows.
 */
export function repairRaggedLists(): void {
  tf.env().set('TENSORLIKE_CHECK_SHAPE_CONSISTENCY', true);
}
