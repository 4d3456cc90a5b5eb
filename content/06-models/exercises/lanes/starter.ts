import * as tf from '@tensorflow/tfjs'

type Lane = { narrow?: number; size: number; filters: number }

// One branch per lane: a 1×1 to `narrow` channels where it is given,
// then size×size to `filters`, ReLU after each. Lay them side by side.
function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  return x
}
